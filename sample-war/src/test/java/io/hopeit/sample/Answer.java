package io.hopeit.sample;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What has to be alike in the responses of two servers. */
record Answer(int status, Map<String, List<String>> headers, String body) {
    /**
     * What the servers say of themselves and of the connection; all other headers have to be alike. docs/servers.md says
     * the same.
     */
    private static final Set<String> OF_SERVERS =
            Set.of("date", "connection", "keep-alive", "transfer-encoding", "content-language");

    private static final int LARGE = 1 << 20;

    private static final String DATE = "[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT";

    private static final String TAG = "\"[0-9a-f]+(-[0-9a-f]+){3}\"";

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    static Answer of(HttpResponse<String> response, SampleServer server) {
        return of(response.statusCode(), response.headers().map(), response.body(), server);
    }

    /** Of a response that has come in another way. */
    static Answer of(int status, Map<String, List<String>> headers, String body, SampleServer server) {
        var plain = plain(body, server);
        var compared = new TreeMap<String, List<String>>();
        headers.forEach((name, values) -> {
            var key = name.toLowerCase(Locale.ROOT);
            compared.put(
                    key,
                    values.stream()
                            .flatMap(value -> plainHeader(key, value))
                            .sorted()
                            .toList());
        });
        compared.keySet().removeAll(OF_SERVERS);
        if (!plain.equals(body)) {
            compared.remove("content-length"); // a time has more digits or fewer
        }
        return new Answer(status, compared, plain);
    }

    /** Its values one by one, in one spelling, and without what differs from request to request. */
    private static Stream<String> plainHeader(String name, String value) {
        return switch (name) {
            case "set-cookie" -> Stream.of(masked(value));
            case "etag" -> Stream.of(value.replaceAll("^" + TAG + "$", "<tag>"));
            case "last-modified" -> Stream.of(value.replaceAll("^" + DATE + "$", "<date>"));
            default ->
                Stream.of(value.split(", ?"))
                        .map(text -> text.replaceAll("(?i);\\s*charset=", ";charset="))
                        .map(Answer::masked);
        };
    }

    /** Without what differs from request to request; a large one has nothing of it. */
    private static String plain(String body, SampleServer server) {
        return body.length() > LARGE ? body : masked(body.replace(server.base().toString(), "<base>"));
    }

    private static String masked(String text) {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|\\+00:00)", "<time>")
                .replaceAll("/\\d{4}/\\d\\d/\\d\\d/\\d\\d/", "/<hour>/")
                .replaceAll(UUID, "<id>")
                .replaceAll("eyJ[\\w.-]+", "<token>")
                .replaceAll("\"(renew|iat|exp)\":\\d+", "\"$1\":0");
    }
}
