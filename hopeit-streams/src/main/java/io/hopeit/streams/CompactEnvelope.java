package io.hopeit.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.StreamEvent;
import io.hopeit.config.Compression;
import io.hopeit.config.Serialization;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The short form of a message: {@code id}, {@code payload}, and in {@code header} all other fields that do not say the
 * usual, in the form of a URL's query: {@code type=model.Data&queue=high}. A server takes most of its time for the fields
 * of an entry, however short they are.
 */
final class CompactEnvelope {
    /** The field with all others. */
    static final String HEADER = "header";

    private static final int USUAL_SIZE = 256;

    /** What a field says that is not there. */
    private static final Map<String, byte[]> USUAL = Map.of(
            "event_ts", new byte[0],
            "auth_info", AuthInfo.UNSECURED,
            "ser", Serialization.JSON.wireName().getBytes(UTF_8),
            "comp", Compression.NONE.wireName().getBytes(UTF_8),
            "queue", StreamEvent.AUTO.getBytes(UTF_8));

    private CompactEnvelope() {}

    /** A message, given all its fields. */
    static Map<String, byte[]> of(Map<String, byte[]> full) {
        var header = new ByteArrayOutputStream(USUAL_SIZE);
        full.forEach((name, value) -> {
            if (!isOutside(name) && !Arrays.equals(value, USUAL.get(name))) {
                if (header.size() > 0) {
                    header.write('&');
                }
                write(name.getBytes(UTF_8), header);
                header.write('=');
                write(value, header);
            }
        });
        var fields = LinkedHashMap.<String, byte[]>newLinkedHashMap(3);
        fields.put("id", full.getOrDefault("id", new byte[0]));
        fields.put(HEADER, header.toByteArray());
        fields.put("payload", full.getOrDefault("payload", new byte[0]));
        return fields;
    }

    private static boolean isOutside(String name) {
        return name.equals("id") || name.equals("payload");
    }

    private static void write(byte[] text, ByteArrayOutputStream to) {
        int start = 0; // of what is written as it is
        for (int i = 0; i < text.length; i++) {
            byte c = text[i];
            if (c <= ' ' || c == '%' || c == '&' || c == '=' || c == '+' || c == 0x7f) {
                to.write(text, start, i - start);
                to.write('%');
                to.write(Character.forDigit((c >> 4) & 0xf, 16));
                to.write(Character.forDigit(c & 0xf, 16));
                start = i + 1;
            }
        }
        to.write(text, start, text.length - start);
    }

    /** All fields of a message in the short form; any other stays as it is. */
    static Map<String, byte[]> expanded(Map<String, byte[]> fields) throws Unreadable {
        var header = fields.get(HEADER);
        if (header == null || fields.containsKey("type")) {
            return fields;
        }
        var full = new LinkedHashMap<>(USUAL);
        int start = 0;
        while (start < header.length) {
            int end = indexOf('&', header, start, header.length);
            int equals = indexOf('=', header, start, end);
            full.put(new String(read(header, start, equals), UTF_8), read(header, Math.min(equals + 1, end), end));
            start = end + 1;
        }
        fields.forEach((name, value) -> {
            if (!name.equals(HEADER)) {
                full.put(name, value);
            }
        });
        return full;
    }

    private static int indexOf(char sought, byte[] text, int start, int end) {
        int place = start;
        while (place < end && text[place] != sought) {
            place++;
        }
        return place;
    }

    private static byte[] read(byte[] text, int start, int end) throws Unreadable {
        if (indexOf('%', text, start, end) == end) {
            return Arrays.copyOfRange(text, start, end);
        }
        var plain = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            if (text[i] != '%') {
                plain.write(text[i]);
            } else {
                plain.write(16 * digit(text, i + 1, end) + digit(text, i + 2, end));
                i += 2;
            }
        }
        return plain.toByteArray();
    }

    private static int digit(byte[] text, int place, int end) throws Unreadable {
        int digit = place < end ? Character.digit(text[place], 16) : -1;
        if (digit < 0) {
            throw new Unreadable("its header is not in the form of a URL's query");
        }
        return digit;
    }
}
