package io.hopeit.streams.redis;

import io.hopeit.config.RedisSettings;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How servers are got at, beside their address; what is empty comes from the URI.
 *
 * @param cluster whether they are a cluster
 * @param passwordFile is read for each connection, so that a password can change
 */
record Access(boolean cluster, Optional<String> username, Optional<String> password, Optional<Path> passwordFile) {
    static final Access BY_URI = new Access(false, Optional.empty(), Optional.empty(), Optional.empty());

    RedisURI apply(RedisURI uri, RedisSettings settings) {
        uri.setTimeout(settings.commandTimeout());
        if (username.isPresent() || password.isPresent() || passwordFile.isPresent()) {
            var written = Written.in(settings.uri());
            uri.setCredentialsProvider(RedisCredentialsProvider.from(() -> credentials(written)));
        }
        return uri;
    }

    /** What a URI says before its host: {@code user:password}, {@code :password} or {@code password}. */
    private record Written(
            @Nullable String username, @Nullable String password) {
        static Written in(URI uri) {
            var text = uri.getUserInfo();
            if (text == null) {
                return new Written(null, null);
            }
            int colon = text.indexOf(':');
            return new Written(colon > 0 ? text.substring(0, colon) : null, text.substring(colon + 1));
        }
    }

    @SuppressWarnings("NullAway") // Lettuce takes null for nobody
    private RedisCredentials credentials(Written written) {
        var name = username.orElse(written.username());
        var secret = passwordFile.map(Access::read).or(() -> password).orElse(written.password());
        return RedisCredentials.just(name, secret);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read hopeit.redis.password-file", e);
        }
    }
}
