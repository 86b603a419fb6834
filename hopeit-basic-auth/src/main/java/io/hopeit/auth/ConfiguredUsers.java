package io.hopeit.auth;

import io.hopeit.config.Section;
import io.hopeit.config.SettingsReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The users in {@code hopeit.basic-auth.users.<name>.*}, read once. */
final class ConfiguredUsers implements UserStore {
    private static final String PREFIX = "hopeit.basic-auth.users";
    private static final Set<String> LEAVES = Set.of("password-hash", "id", "email", "roles");

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
        for (String name : settings.section(PREFIX).namesWith(LEAVES)) {
            var user = read(name, settings.section(PREFIX + "." + name));
            user.ifPresent(account -> accounts.put(name, account));
        }
        return new ConfiguredUsers(accounts);
    }

    private static Optional<Account> read(String name, Section settings) {
        var user = new User(
                settings.optionalText("id").orElse(name),
                name,
                settings.optionalText("email").orElse(""),
                Set.copyOf(settings.texts("roles")));
        return hash(settings).map(hash -> new Account(user, hash));
    }

    private static Optional<PasswordHash> hash(Section settings) {
        var text = settings.optionalText("password-hash");
        if (text.isEmpty()) {
            settings.problem("password-hash", "is not set. Put what io.hopeit.auth.HashPassword prints there.");
            return Optional.empty();
        }
        try {
            return Optional.of(PasswordHash.parse(text.get()));
        } catch (IllegalArgumentException e) {
            settings.problem("password-hash", "is " + e.getMessage() + ".");
            return Optional.empty();
        }
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
        return Optional.ofNullable(accounts.get(user.name())).map(Account::user);
    }
}
