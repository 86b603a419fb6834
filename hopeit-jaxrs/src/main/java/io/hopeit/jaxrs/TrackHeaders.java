package io.hopeit.jaxrs;

import io.hopeit.config.Names;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Track ids as headers: {@code track.request_id} is {@code X-Track-Request-Id}.
 *
 * {@snippet :
 * TrackHeaders.header(TrackIds.REQUEST_ID); // X-Track-Request-Id
 * TrackHeaders.header(TrackIds.configured("caller")); // X-Track-Caller
 * }
 *
 * @hidden applications have no use for it
 */
public final class TrackHeaders {
    /** The application that has answered: {@code simple_example.1x0}. */
    public static final String APP = "X-Event-App";

    /** The plugin whose event has run for the application: {@code basic_auth.1x0}. */
    public static final String PLUGIN = "X-Event-Plugin";

    private TrackHeaders() {}

    /** The header of the track id with this full name: {@code track.session_id} is {@code X-Track-Session-Id}. */
    public static String header(String trackId) {
        return Arrays.stream(Names.spinal(trackId.replace('.', '-')).split("-", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("-", "X-", ""));
    }
}
