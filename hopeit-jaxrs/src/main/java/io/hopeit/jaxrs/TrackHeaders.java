package io.hopeit.jaxrs;

import io.hopeit.TrackIds;
import io.hopeit.config.Names;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventId;
import io.hopeit.spi.FreshIds;
import io.hopeit.spi.Timestamps;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Track ids as headers: {@code track.request_id} is {@code X-Track-Request-Id}. */
public final class TrackHeaders {
    /** The application that has answered: {@code simple_example.1x0}. */
    public static final String APP = "X-Event-App";

    /** The plugin whose event has run for the application: {@code basic_auth.1x0}. */
    public static final String PLUGIN = "X-Event-Plugin";

    private static final int LONGEST = 128;
    private static final Pattern NOT_PRINTABLE = Pattern.compile("[^\\x20-\\x7e]");
    private static final List<String> ALWAYS = List.of(TrackIds.OPERATION_ID, TrackIds.REQUEST_ID, TrackIds.REQUEST_TS);

    /** As many as are configured: each request asks for them several times. */
    private static final Map<String, String> HEADERS = new ConcurrentHashMap<>();

    private TrackHeaders() {}

    /** The header of the track id with this full name: {@code track.session_id} is {@code X-Track-Session-Id}. */
    public static String header(String trackId) {
        return HEADERS.computeIfAbsent(trackId, TrackHeaders::spelled);
    }

    private static String spelled(String trackId) {
        return Arrays.stream(Names.spinal(trackId.replace('.', '-')).split("-", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("-", "X-", ""));
    }

    private static Stream<String> known(EventCatalogue catalogue) {
        return Stream.concat(ALWAYS.stream(), catalogue.trackHeaders().stream().map(TrackIds::configured))
                .distinct();
    }

    /** Adds what a client has left out, and makes what it sent fit for logs and messages. */
    static void complete(MultivaluedMap<String, String> headers, EventCatalogue catalogue) {
        known(catalogue).forEach(id -> {
            var value = clean(headers.getFirst(header(id)));
            if (!value.isEmpty() || ALWAYS.contains(id)) {
                headers.putSingle(header(id), value.isEmpty() ? generate(id) : value);
            }
        });
    }

    private static String clean(@Nullable String value) {
        if (value == null) {
            return "";
        }
        var printable = NOT_PRINTABLE.matcher(value).replaceAll("").strip();
        return printable.substring(0, Math.min(printable.length(), LONGEST));
    }

    private static String generate(String id) {
        return id.equals(TrackIds.REQUEST_TS) ? Timestamps.iso(Instant.now()) : FreshIds.random();
    }

    /** The ids of a request whose headers are complete. */
    static TrackIds read(MultivaluedMap<String, String> headers, EventCatalogue catalogue, EventId event) {
        var ids = new LinkedHashMap<String, String>();
        known(catalogue).forEach(id -> ids.put(id, clean(headers.getFirst(header(id)))));
        ids.put(TrackIds.EVENT_APP, event.app().key());
        event.plugin().ifPresent(plugin -> ids.put(TrackIds.EVENT_PLUGIN, plugin.key()));
        return new TrackIds(ids);
    }

    /** The headers that a response takes over from its request. */
    static void echo(
            MultivaluedMap<String, String> request,
            MultivaluedMap<String, Object> response,
            EventCatalogue catalogue,
            EventId event) {
        known(catalogue).map(TrackHeaders::header).forEach(header -> {
            var value = request.getFirst(header);
            if (value != null) {
                response.putSingle(header, value);
            }
        });
        response.putSingle(APP, event.app().key());
        event.plugin().ifPresent(plugin -> response.putSingle(PLUGIN, plugin.key()));
    }
}
