package io.hopeit.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import io.hopeit.config.WireName;
import io.hopeit.spi.Json;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Who has sent the request that a message belongs to, in hopeit's form: JSON in Base64. It proves nothing: that is what
 * {@link Signatures} are for.
 */
record AuthInfo(Json json) {
    /** Of {@code {"auth_type": "Unsecured", "allowed": true}}; a reader of hopeit.engine insists on it. */
    static final byte[] UNSECURED = "eyJhdXRoX3R5cGUiOiAiVW5zZWN1cmVkIiwgImFsbG93ZWQiOiB0cnVlfQ==".getBytes(UTF_8);

    private static final int LONGEST = 16 * 1024;

    byte[] encode(Identity identity) {
        if (identity.method() == AuthMethod.UNSECURED) {
            return UNSECURED;
        }
        var info = new LinkedHashMap<String, Object>();
        info.put("auth_type", type(identity.method()));
        info.put("allowed", true);
        info.put("payload", payload(identity));
        return Base64.getEncoder().encode(json.write(info));
    }

    private static Map<String, Object> payload(Identity identity) {
        var payload = new LinkedHashMap<>(identity.claims());
        payload.putIfAbsent("user", identity.name());
        return payload;
    }

    private static String type(AuthMethod method) {
        var name = method.wireName();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Somebody else's word: it is not verified yet. */
    Identity decode(byte[] text) throws Unreadable {
        if (Arrays.equals(text, UNSECURED)) {
            return Identity.ANONYMOUS;
        }
        if (text.length > LONGEST) {
            throw new Unreadable("its auth_info is larger than %d bytes", LONGEST);
        }
        try {
            var info = (Map<?, ?>) json.read(Base64.getDecoder().decode(text), Map.class);
            return info == null ? Identity.ANONYMOUS : identity(info);
        } catch (RuntimeException e) {
            throw new Unreadable("its auth_info is not JSON in Base64");
        }
    }

    private static Identity identity(Map<?, ?> info) {
        var method = WireName.find(
                        AuthMethod.class, String.valueOf(info.get("auth_type")).toLowerCase(Locale.ROOT))
                .orElse(AuthMethod.UNSECURED);
        if (method == AuthMethod.UNSECURED) {
            return Identity.ANONYMOUS;
        }
        var claims = new LinkedHashMap<String, Object>();
        if (info.get("payload") instanceof Map<?, ?> payload) {
            payload.forEach((name, value) -> {
                if (value != null) {
                    claims.put(String.valueOf(name), value);
                }
            });
        }
        return new Identity(method, String.valueOf(claims.getOrDefault("user", "")), claims, false);
    }
}
