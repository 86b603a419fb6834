package io.hopeit.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import io.hopeit.config.IdentitySettings;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages, and so the senders in them, with a secret that all who may do so share: HMAC-SHA256 of what the message
 * says, in a field of its own that hopeit.engine ignores. Thread-safe.
 */
final class Signatures {
    /** Without a key: nothing is signed, and nobody verified. */
    static final Signatures NONE = new Signatures(List.of(), false);

    /** The name of the field. */
    static final String FIELD = "auth_sig";

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] DOMAIN = "hopeit stream message, version 1".getBytes(UTF_8);
    private static final List<String> SIGNED =
            List.of("id", "type", "submit_ts", "auth_info", "ser", "comp", "payload");
    private static final int ABSENT = -1;

    /** The first one signs; the signatures of all count. */
    private final List<SecretKeySpec> keys;

    private final boolean required;

    private Signatures(List<SecretKeySpec> keys, boolean required) {
        this.keys = keys;
        this.required = required;
    }

    static Signatures of(IdentitySettings settings) {
        if (settings.signingKey().isEmpty()) {
            return NONE;
        }
        var keys = Stream.concat(settings.signingKey().stream(), settings.previousSigningKey().stream())
                .map(secret -> new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM))
                .toList();
        return new Signatures(keys, settings.requireSignature());
    }

    /** Whether a sender can be verified. */
    boolean canVerify() {
        return !keys.isEmpty();
    }

    /** Adds a signature, but for a sender whom nobody has verified: it would make them so for the next reader. */
    void sign(Map<String, byte[]> fields, Identity sender) {
        if (canVerify() && sender.verified()) {
            fields.put(FIELD, signature(fields, keys.getFirst()));
        }
    }

    /** The sender whom a message claims to have, verified if it is signed. */
    Identity check(Map<String, byte[]> fields, Identity claimed) throws Unreadable {
        if (!canVerify()) {
            return claimed;
        }
        var signature = fields.get(FIELD);
        if (signature == null) {
            if (required && claimed.method() != AuthMethod.UNSECURED) {
                throw new Unreadable("it names a sender and is not signed");
            }
            return claimed;
        }
        if (keys.stream().noneMatch(key -> MessageDigest.isEqual(signature(fields, key), signature))) {
            throw new Unreadable("its signature does not match");
        }
        return new Identity(claimed.method(), claimed.name(), claimed.claims(), true);
    }

    private static byte[] signature(Map<String, byte[]> fields, SecretKeySpec key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            update(mac, DOMAIN);
            SIGNED.forEach(name -> {
                update(mac, name.getBytes(UTF_8));
                var value = fields.get(name);
                if (value == null) {
                    mac.update(length(ABSENT));
                } else {
                    update(mac, value);
                }
            });
            return Base64.getUrlEncoder().withoutPadding().encode(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** With its length, so that nothing can be moved from one field to the next. */
    private static void update(Mac mac, byte[] bytes) {
        mac.update(length(bytes.length));
        mac.update(bytes);
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }
}
