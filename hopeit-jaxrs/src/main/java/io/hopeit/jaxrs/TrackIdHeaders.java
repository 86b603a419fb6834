package io.hopeit.jaxrs;

import io.hopeit.TrackIds;
import io.hopeit.spi.EventId;
import io.hopeit.spi.FreshIds;
import io.hopeit.spi.Timestamps;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The track ids of requests to one event, and their headers.
 *
 * @param known the ids that travel with a request
 * @param app the key of the event's application
 * @param plugin the key of its plugin, if it runs for an application
 */
record TrackIdHeaders(List<Known> known, String app, Optional<String> plugin) {
    private static final int LONGEST = 128;
    private static final List<String> ALWAYS = List.of(TrackIds.OPERATION_ID, TrackIds.REQUEST_ID, TrackIds.REQUEST_TS);

    /** An id by full name, its header, and whether each request has one. */
    record Known(String id, String header, boolean always) {
        static Known of(String id) {
            return new Known(id, TrackHeaders.header(id), ALWAYS.contains(id));
        }

        /** A time that is none is not believed; all else is a name. */
        boolean takes(String sent) {
            return !sent.isEmpty() && (!id.equals(TrackIds.REQUEST_TS) || Timestamps.isDateTime(sent));
        }

        /** Takes one time for both, as far as it goes. */
        String generate(Instant now) {
            return id.equals(TrackIds.REQUEST_TS) ? Timestamps.iso(now) : FreshIds.random();
        }
    }

    /** {@code configured} are further ids. */
    static TrackIdHeaders of(EventId event, List<String> configured) {
        var known = Stream.concat(ALWAYS.stream(), configured.stream().map(TrackIds::configured))
                .distinct()
                .map(Known::of)
                .toList();
        return new TrackIdHeaders(known, event.app().key(), event.plugin().map(plugin -> plugin.key()));
    }

    /** Adds what a client has left out, and makes what it sent fit for logs and messages; all of them. */
    TrackIds complete(MultivaluedMap<String, String> headers, Instant now) {
        var ids = new LinkedHashMap<String, String>();
        for (Known each : known) {
            var sent = clean(headers.getFirst(each.header()));
            var value = each.always() && !each.takes(sent) ? each.generate(now) : sent;
            if (!value.isEmpty()) {
                headers.putSingle(each.header(), value);
            }
            ids.put(each.id(), value);
        }
        ids.put(TrackIds.EVENT_APP, app);
        plugin.ifPresent(key -> ids.put(TrackIds.EVENT_PLUGIN, key));
        return new TrackIds(ids);
    }

    private static String clean(@Nullable String value) {
        if (value == null) {
            return "";
        }
        var printable = isPrintable(value) ? value : printable(value);
        var text = printable.strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static boolean isPrintable(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isPrintable(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(int c) {
        return c >= ' ' && c <= '~';
    }

    private static String printable(String value) {
        var kept = new StringBuilder();
        value.codePoints().filter(TrackIdHeaders::isPrintable).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The headers that a response takes over from its request. */
    void echo(TrackIds ids, MultivaluedMap<String, Object> response) {
        for (Known each : known) {
            var value = ids.values().get(each.id());
            if (value != null && !value.isEmpty()) {
                response.putSingle(each.header(), value);
            }
        }
        response.putSingle(TrackHeaders.APP, app);
        plugin.ifPresent(key -> response.putSingle(TrackHeaders.PLUGIN, key));
    }
}
