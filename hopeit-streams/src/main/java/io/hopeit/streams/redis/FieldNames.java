package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Names of fields, each decoded once: most entries of a stream have the same. It is bounded, so that strange names do no
 * harm; a name that has no place is decoded each time. Not thread-safe.
 */
final class FieldNames {
    private static final int PLACES = 256;
    private static final int LONGEST = 64;

    private final byte[][] known = new byte[PLACES][0];
    private final String[] texts = new String[PLACES];

    FieldNames() {
        Arrays.fill(texts, "");
    }

    String decode(ByteBuffer buffer) {
        int length = buffer.remaining();
        var bytes = new byte[length];
        int hash = 1;
        for (int i = 0; i < length; i++) {
            bytes[i] = buffer.get();
            hash = 31 * hash + bytes[i];
        }
        return length > LONGEST ? new String(bytes, UTF_8) : known(bytes, (hash ^ (hash >>> 8)) & (PLACES - 1));
    }

    private String known(byte[] name, int place) {
        if (Arrays.equals(known[place], name)) {
            return texts[place];
        }
        var text = new String(name, UTF_8);
        if (known[place].length == 0) {
            known[place] = name;
            texts[place] = text;
        }
        return text;
    }
}
