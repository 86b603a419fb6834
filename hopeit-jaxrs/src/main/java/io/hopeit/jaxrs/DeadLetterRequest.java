package io.hopeit.jaxrs;

import io.hopeit.spi.DeadLetter;
import io.hopeit.spi.DeadLetters;
import io.hopeit.spi.Json;
import io.hopeit.spi.JsonFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What a request to the management wants of the dead letters of an event. */
record DeadLetterRequest(DeadLetters letters) {
    private static final int MOST = 1000;
    private static final int LARGEST_BODY = 1 << 20;
    private static final String AFTER = "after";
    private static final String COUNT = "count";
    private static final String IDS = "ids";

    /** How many there were. */
    record Count(long count) {}

    /** The body: either ids, or all of them. */
    record Which(
            @Nullable List<@Nullable String> ids, @Nullable Boolean all) {
        boolean isAll() {
            return Boolean.TRUE.equals(all);
        }
    }

    List<DeadLetter> list(String after, String count) {
        return known(AFTER, () -> letters.list(after, count(count)));
    }

    private static int count(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count >= 1 && count <= MOST) {
                return count;
            }
        } catch (NumberFormatException e) {
            // said below, with what is right
        }
        throw RequestException.badRequest(COUNT, "is not a whole number from 1 to " + MOST);
    }

    Count redrive(InputStream body, Json json) throws IOException {
        return each(body, json, letters::redrive, letters::redriveAll);
    }

    Count discard(InputStream body, Json json) throws IOException {
        return each(body, json, letters::discard, letters::discardAll);
    }

    private static Count each(InputStream body, Json json, ToLongFunction<List<String>> some, LongSupplier all)
            throws IOException {
        var which = read(body, json);
        if (which.isAll() && which.ids() != null) {
            throw RequestException.badRequest(IDS, "is not possible beside all");
        }
        return new Count(which.isAll() ? all.getAsLong() : each(ids(which), some));
    }

    private static long each(List<String> ids, ToLongFunction<List<String>> action) {
        long count = 0;
        for (int i = 0; i < ids.size(); i += MOST) {
            var some = List.copyOf(ids.subList(i, Math.min(i + MOST, ids.size())));
            count += known(IDS, () -> action.applyAsLong(some));
        }
        return count;
    }

    private static Which read(InputStream body, Json json) throws IOException {
        var bytes = new BoundedBody(body, LARGEST_BODY, -1).readAll();
        try {
            var which = bytes.length == 0 ? null : (Which) json.read(bytes, Which.class);
            if (which == null) {
                throw RequestException.badRequest("", "needs {\"ids\": [...]} or {\"all\": true}");
            }
            return which;
        } catch (JsonFormatException e) {
            throw RequestException.badRequest(e.field(), String.valueOf(e.getMessage()));
        }
    }

    private static List<String> ids(Which which) {
        if (which.ids() == null || which.ids().isEmpty()) {
            throw RequestException.badRequest(IDS, "is required, unless all is true");
        }
        var ids = new ArrayList<String>();
        for (var id : which.ids()) {
            if (id == null || id.isBlank()) {
                throw RequestException.badRequest(IDS + "[" + ids.size() + "]", "is empty");
            }
            ids.add(id);
        }
        return ids;
    }

    private static <T> T known(String field, Supplier<T> action) {
        try {
            return action.get();
        } catch (IllegalArgumentException e) {
            throw RequestException.badRequest(field, String.valueOf(e.getMessage()));
        }
    }
}
