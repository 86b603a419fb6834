package io.hopeit.streams.redis;

import io.hopeit.config.RedisSettings;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Who connects. A password in a file is read for each connection, so that it can change. */
record Login(RedisSettings settings) {
    /** The server or servers of the settings, with what is needed to connect. */
    RedisURI uri() {
        var uri = RedisURI.create(settings.uri());
        uri.setTimeout(settings.commandTimeout());
        var login = settings.credentials();
        if (login.username().isPresent()
                || login.password().isPresent()
                || login.passwordFile().isPresent()) {
            uri.setCredentialsProvider(RedisCredentialsProvider.from(this::credentials));
        }
        return uri;
    }

    @SuppressWarnings("NullAway") // Lettuce takes null for nobody
    private RedisCredentials credentials() {
        var login = settings.credentials();
        var written = written();
        int colon = written == null ? -1 : written.indexOf(':');
        var name = login.username().orElse(colon > 0 ? written.substring(0, colon) : null);
        var secret = login.passwordFile()
                .map(Login::read)
                .or(login::password)
                .orElse(written == null ? null : written.substring(colon + 1));
        return RedisCredentials.just(name, secret);
    }

    /** {@code user:password} or {@code :password} of the URI. */
    private @Nullable String written() {
        var authority = settings.uri().getAuthority();
        int end = authority == null ? -1 : authority.lastIndexOf('@');
        return end < 0 ? null : authority.substring(0, end);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read hopeit.redis.password-file: " + e.getMessage(), e);
        }
    }
}
