package io.hopeit.auth;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: PBKDF2 with HMAC-SHA256 and a salt, as {@code
 * pbkdf2-sha256$<iterations>$<salt>$<hash>} with salt and hash in Base64. Immutable.
 *
 * <p>One takes some tenths of a second of a processor to compute, on purpose. At most half of the processors compute
 * them; who has waited for two seconds fails with a {@link
 * org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException}, which answers 503.
 *
 * {@snippet :
 * String kept = PasswordHash.of("a long password").text();
 * boolean isRight = PasswordHash.parse(kept).matches(typed);
 * }
 */
public final class PasswordHash {
    static final int ITERATIONS = 600_000;

    private static final int FEWEST_ITERATIONS = 100_000;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int MOST_SALT_BYTES = 64;
    private static final int HASH_BYTES = 32;
    private static final Pattern TEXT =
            Pattern.compile("pbkdf2-sha256\\$(\\d{6,8})\\$([A-Za-z0-9+/]+={0,2})\\$([A-Za-z0-9+/]+={0,2})");

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /** That of a password, with a new salt and 600,000 iterations. */
    public static PasswordHash of(String password) {
        return Turns.OF_HASHING.take(() -> compute(password, ITERATIONS));
    }

    /** That of a password, without waiting for a turn. */
    static PasswordHash compute(String password, int iterations) {
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new PasswordHash(iterations, salt, derive(password, salt, iterations));
    }

    /** One that no password has, and that takes as long to compare as one with so many iterations. */
    static PasswordHash ofNothing(int iterations) {
        return new PasswordHash(iterations, new byte[SALT_BYTES], new byte[0]);
    }

    /**
     * One that {@link #text} has written.
     *
     * @throws IllegalArgumentException when it is none, or not from 100,000 to 10 million iterations, a salt of 16 to 64
     *     bytes and a hash of 32; the message does not repeat the text
     */
    public static PasswordHash parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw wrong();
        }
        int iterations = Integer.parseInt(parts.group(1));
        var salt = Base64.getDecoder().decode(parts.group(2));
        var hash = Base64.getDecoder().decode(parts.group(3));
        if (iterations < FEWEST_ITERATIONS
                || iterations > MOST_ITERATIONS
                || salt.length < SALT_BYTES
                || salt.length > MOST_SALT_BYTES
                || hash.length != HASH_BYTES) {
            throw wrong();
        }
        return new PasswordHash(iterations, salt, hash);
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException("not a hash that io.hopeit.auth.HashPassword has printed, such as "
                + "pbkdf2-sha256$600000$<salt>$<hash>");
    }

    /** Whether this is the password. It takes as long when it is not. */
    public boolean matches(String password) {
        return MessageDigest.isEqual(Turns.OF_HASHING.take(() -> derive(password, salt, iterations)), hash);
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }

    int iterations() {
        return iterations;
    }

    /** As it is kept. */
    public String text() {
        var base64 = Base64.getEncoder().withoutPadding();
        return "pbkdf2-sha256$%d$%s$%s".formatted(iterations, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /** Without salt and hash. */
    @Override
    public String toString() {
        return "PasswordHash[" + iterations + " iterations]";
    }
}
