package io.hopeit.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.auth.AuthKeys.OfUser;
import io.hopeit.config.Section;
import io.hopeit.config.SettingsReader;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The users in {@code hopeit.basic-auth.users.<name>.*}, read once. */
final class ConfiguredUsers implements UserStore {
    private final Map<String, Account> accounts;
    private final List<PasswordHash> nobodys;
    private final String secret;

    private record Account(User user, PasswordHash hash) {}

    private ConfiguredUsers(Map<String, Account> accounts) {
        this.accounts = Map.copyOf(accounts);
        var hashes = accounts.values().stream().map(Account::hash).toList();
        this.nobodys = hashes.isEmpty()
                ? List.of(PasswordHash.ofNothing(PasswordHash.ITERATIONS))
                : hashes.stream()
                        .map(PasswordHash::iterations)
                        .sorted()
                        .map(PasswordHash::ofNothing)
                        .toList();
        this.secret = hashes.stream().map(PasswordHash::text).sorted().collect(Collectors.joining(" "));
    }

    /**
     * What the password of a name that nobody has is compared with: as much work as that of some user, for one name always
     * the same, also on other instances. Nobody can tell which, as it depends on all hashes.
     */
    PasswordHash nobodys(String name) {
        return nobodys.get(Math.floorMod(number(secret + name), nobodys.size()));
    }

    private static int number(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return ByteBuffer.wrap(digest).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    static ConfiguredUsers read(SettingsReader settings) {
        var accounts = new HashMap<String, Account>();
        for (String name : settings.names(OfUser.GROUP)) {
            var user = read(name, settings.section(OfUser.GROUP, name));
            user.ifPresent(account -> accounts.put(name, account));
        }
        return new ConfiguredUsers(accounts);
    }

    private static Optional<Account> read(String name, Section settings) {
        var user = new User(
                settings.get(OfUser.ID).orElse(name),
                name,
                settings.get(OfUser.EMAIL).orElse(""),
                Set.copyOf(settings.get(OfUser.ROLES)));
        if (!settings.has(OfUser.PASSWORD_HASH)) {
            settings.problem(OfUser.PASSWORD_HASH, "is not set. Put what io.hopeit.auth.HashPassword prints there.");
        }
        return settings.get(OfUser.PASSWORD_HASH).map(hash -> new Account(user, hash));
    }

    boolean isEmpty() {
        return accounts.isEmpty();
    }

    @Override
    public Optional<User> authenticate(String name, String password) {
        var account = Optional.ofNullable(accounts.get(name));
        boolean matches = account.map(Account::hash).orElse(nobodys(name)).matches(password);
        return account.filter(found -> matches).map(Account::user);
    }

    /** By the id: somebody else may have got the name. */
    @Override
    public Optional<User> renew(User user) {
        var account = Optional.ofNullable(accounts.get(user.name()));
        return account.map(Account::user).filter(found -> found.id().equals(user.id()));
    }
}
