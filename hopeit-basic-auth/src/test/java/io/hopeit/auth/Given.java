package io.hopeit.auth;

import io.hopeit.App;
import io.hopeit.config.SettingsReader;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** What tests begin with. */
final class Given {
    static final App APP = new App("shop", "1.0");
    static final User ADA = new User("u1", "ada", "ada@example.com", Set.of("reader", "admin"));
    static final TokenSettings TOKENS = new TokenSettings(
            "shop.1x0", Duration.ofSeconds(600), Duration.ofSeconds(3600), Duration.ofHours(3), Duration.ofSeconds(5));
    /** Of {@code päss €}. */
    static final String HASH =
            "pbkdf2-sha256$100000$AAECAwQFBgcICQoLDA0ODw$jSUPTQWcsiDpKJEl2ghJUZBLdFs62Ltym4bARVyeuUg";

    private record Source(Map<String, String> values) implements ConfigSource {
        @Override
        public Set<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public String getValue(String key) {
            return values.get(key);
        }

        @Override
        public String getName() {
            return "test";
        }
    }

    private Given() {}

    static Config config(Map<String, String> values) {
        return ConfigProviderResolver.instance()
                .getBuilder()
                .withSources(new Source(values))
                .build();
    }

    static SettingsReader settings(Map<String, String> values) {
        return new SettingsReader(config(values));
    }

    static KeyPair newPair(int bits) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    static Keys newKeys() throws Exception {
        var pair = newPair(2048);
        return new Keys((RSAPrivateCrtKey) pair.getPrivate(), (RSAPublicKey) pair.getPublic());
    }
}
