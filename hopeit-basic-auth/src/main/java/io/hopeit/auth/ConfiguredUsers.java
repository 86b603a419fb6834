package io.hopeit.auth;

import io.hopeit.auth.AuthKeys.OfUser;
import io.hopeit.config.Section;
import io.hopeit.config.SettingsReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The users in {@code hopeit.basic-auth.users.<name>.*}, read once. */
final class ConfiguredUsers implements UserStore {
    private final Map<String, Account> accounts;
    private final PasswordHash nobodys;

    private record Account(User user, PasswordHash hash) {}

    private ConfiguredUsers(Map<String, Account> accounts) {
        this.accounts = Map.copyOf(accounts);
        this.nobodys = PasswordHash.ofNothing(accounts.values().stream()
                .mapToInt(account -> account.hash().iterations())
                .max()
                .orElse(PasswordHash.ITERATIONS));
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
        boolean matches = account.map(Account::hash).orElse(nobodys).matches(password);
        return account.filter(found -> matches).map(Account::user);
    }

    @Override
    public Optional<User> renew(User user) {
        return Optional.ofNullable(accounts.get(user.name()))
                .map(Account::user)
                .filter(found -> found.id().equals(user.id())); // or a name that somebody else has got
    }
}
