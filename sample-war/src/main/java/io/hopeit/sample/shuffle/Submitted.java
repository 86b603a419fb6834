package io.hopeit.sample.shuffle;

import io.hopeit.jaxrs.HttpResponse;

/** What a client is told of Somethings that are on their way. */
final class Submitted {
    private static final String STREAM = "simple_example.1x0.streams.something_event";

    private Submitted() {}

    static String tell(HttpResponse response) {
        response.setHeader("X-Stream-Name", STREAM);
        return "events submitted to stream: " + STREAM;
    }
}
