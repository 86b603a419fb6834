package io.hopeit.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import io.hopeit.config.Key;
import io.hopeit.config.Section;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** The pair of RSA keys that tokens are signed and verified with. */
record Keys(RSAPrivateCrtKey privateKey, RSAPublicKey publicKey) {

    /** Those that configuration names; none when that is wrong, which is noted. */
    static Optional<Keys> read(Section settings) {
        boolean create = settings.get(AuthKeys.CREATE_KEYS);
        var passphrase = settings.get(AuthKeys.KEY_PASSPHRASE).orElse("");
        var privateKey = path(settings, AuthKeys.PRIVATE_KEY);
        var publicKey = path(settings, AuthKeys.PUBLIC_KEY);
        if (privateKey.isEmpty() || publicKey.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new KeyFiles(privateKey.get(), publicKey.get(), passphrase).load(create));
        } catch (KeyException e) {
            settings.problem(e.setting(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<Path> path(Section settings, Key<Optional<Path>> key) {
        var path = settings.get(key);
        if (path.isEmpty()) {
            settings.problem(key, "is not set. Put the path of the file there.");
        }
        return path;
    }

    /** What tokens call it: the thumbprint of the public key, RFC 7638. */
    String id() {
        try {
            return new RSAKey.Builder(publicKey).build().computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Nothing but the name. */
    @Override
    public String toString() {
        return "Keys[" + id() + "]";
    }
}
