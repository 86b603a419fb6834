package io.hopeit.sample;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has to be alike in the responses of two servers. */
record Answer(int status, Map<String, List<String>> headers, String body) {
    /** What a header has to be alike; others are the server's own, or say when and which, as an ETag does. */
    private static final List<String> COMPARED = List.of(
            "content-type",
            "www-authenticate",
            "allow",
            "vary",
            "retry-after",
            "location",
            "accept-ranges",
            "content-range",
            "content-disposition",
            "cache-control",
            "x-content-type-options",
            "x-event-app",
            "x-event-plugin",
            "x-track-request-id",
            "x-track-caller",
            "access-control-allow-origin",
            "access-control-allow-methods",
            "access-control-allow-headers",
            "access-control-allow-credentials",
            "access-control-expose-headers",
            "access-control-max-age");

    private static final int LARGE = 1 << 20;

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    static Answer of(HttpResponse<String> response, SampleServer server) {
        return new Answer(response.statusCode(), headers(response), plain(response.body(), server));
    }

    private static Map<String, List<String>> headers(HttpResponse<String> response) {
        return COMPARED.stream()
                .filter(name -> response.headers().firstValue(name).isPresent())
                .collect(Collectors.toMap(
                        name -> name,
                        name -> response.headers().allValues(name).stream()
                                .flatMap(values -> Stream.of(values.split(", ?")))
                                .map(value -> value.replaceAll("(?i);\\s*charset=", ";charset="))
                                .map(value -> value.replaceAll(UUID, "<id>"))
                                .sorted()
                                .toList(),
                        (a, b) -> a,
                        TreeMap::new));
    }

    /** Without what differs from request to request; a large one has nothing of it. */
    private static String plain(String body, SampleServer server) {
        return body.length() > LARGE ? body : masked(body, server);
    }

    private static String masked(String body, SampleServer server) {
        return body.replace(server.base().toString(), "<base>")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|\\+00:00)", "<time>")
                .replaceAll("/\\d{4}/\\d\\d/\\d\\d/\\d\\d/", "/<hour>/")
                .replaceAll(UUID, "<id>")
                .replaceAll("eyJ[\\w.-]+", "<token>")
                .replaceAll("\"(renew|iat|exp)\":\\d+", "\"$1\":0");
    }
}
