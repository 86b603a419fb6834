package io.hopeit.auth;

import java.util.Optional;

/**
 * Knows users and their passwords. A bean of this type takes the place of the users in {@code
 * hopeit.basic-auth.users.*}. Thread-safe.
 *
 * {@snippet :
 * @ApplicationScoped
 * class Members implements UserStore {
 *     @Inject
 *     MemberTable table;
 *
 *     @Override
 *     public Optional<User> authenticate(String name, String password) {
 *         return table.find(name).filter(m -> PasswordHash.parse(m.passwordHash()).matches(password)).map(Member::user);
 *     }
 * }
 * }
 */
@FunctionalInterface
public interface UserStore {
    /**
     * The user with this name, if the password is his. It should take as long for a name that nobody has as for a wrong
     * password, or it tells who has an account.
     *
     * @param name as it was sent: not empty and without control characters; with the password, up to 767 bytes
     * @param password likewise, but it may be empty
     */
    Optional<User> authenticate(String name, String password);

    /**
     * The user as he is now, asked when his session goes on without a password: with other roles, or gone. By default he
     * is as he was when he logged in, also when he is gone or has another password by now, until {@code session-lifetime}
     * is over.
     */
    default Optional<User> renew(User user) {
        return Optional.of(user);
    }
}
