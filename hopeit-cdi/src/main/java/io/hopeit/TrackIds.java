package io.hopeit;

import io.hopeit.config.Names;
import java.util.Map;
import java.util.Optional;

/**
 * The ids that follow a request through events, streams and logs, in order, by full name: {@code track.request_id}.
 * Immutable.
 *
 * {@snippet :
 * void call(Order order, EventContext context, Carrier carrier) {
 *     carrier.ship(order, context.trackIds().requestId(), context.trackIds().get("track.caller").orElse(""));
 * }
 * }
 *
 * @param values the ids by name
 */
public record TrackIds(Map<String, String> values) {
    /** One run of one event. */
    public static final String OPERATION_ID = "track.operation_id";
    /** The request that began it all, in this application or before it. */
    public static final String REQUEST_ID = "track.request_id";
    /** When that request came, in ISO-8601. */
    public static final String REQUEST_TS = "track.request_ts";
    /** The key of the application: {@code simple_example.1x0}. */
    public static final String EVENT_APP = "event.app";

    /** The key of the plugin whose event runs for the application, if it is one. */
    public static final String EVENT_PLUGIN = "event.plugin";

    /** The full name of an id that is configured as {@code session-id} or {@code session_id}. */
    public static String configured(String name) {
        return "track." + Names.snake(name);
    }

    public TrackIds {
        values = values instanceof OrderedIds ids ? ids : OrderedIds.copyOf(values);
    }

    /**
     * Of names and values by turns, {@code of("track.request_id", "7")}; no name may be there twice.
     *
     * @throws IllegalArgumentException when the last name has no value
     */
    public static TrackIds of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value: " + namesAndValues[namesAndValues.length - 1]);
        }
        return new TrackIds(new OrderedIds(namesAndValues.clone()));
    }

    /** The id of this run, or the empty string. */
    public String operationId() {
        return get(OPERATION_ID).orElse("");
    }

    /** The id of the request that began it all, or the empty string. */
    public String requestId() {
        return get(REQUEST_ID).orElse("");
    }

    /** The id with this full name, if there is one. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
