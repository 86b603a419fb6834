package io.hopeit.streams.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.streams.engine.Verdict.Rejected;
import io.hopeit.streams.spi.DeadLetterStore;
import io.hopeit.streams.spi.Entry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a dead letter says beside what it was. */
final class DeadLetterFields {
    private static final int LONGEST_MESSAGE = 1000;

    private DeadLetterFields() {}

    static Rejected of(Throwable cause) {
        return new Rejected(cause.getClass().getName(), message(cause));
    }

    /** It is the application's code that tells it. */
    private static String message(Throwable cause) {
        try {
            return String.valueOf(cause.getMessage());
        } catch (Throwable e) { // an Error too, as of one that holds itself: it would end the worker
            return "it fails to say what it is";
        }
    }

    static Map<String, byte[]> of(Entry entry, String group, Rejected reason, Instant now) {
        var fields = new LinkedHashMap<String, byte[]>();
        put(fields, DeadLetterStore.STREAM, entry.key());
        put(fields, DeadLetterStore.ID, entry.id());
        put(fields, DeadLetterStore.GROUP, group);
        put(fields, DeadLetterStore.DELIVERIES, Long.toString(entry.deliveries()));
        put(fields, DeadLetterStore.ERROR, reason.error());
        put(fields, DeadLetterStore.MESSAGE, cut(reason.message()));
        put(fields, DeadLetterStore.TIME, now.toString());
        return fields;
    }

    private static String cut(String message) {
        return message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
    }

    private static void put(Map<String, byte[]> fields, String name, String value) {
        fields.put(name, value.getBytes(UTF_8));
    }
}
