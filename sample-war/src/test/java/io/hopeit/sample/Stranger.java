package io.hopeit.sample;

import static io.hopeit.sample.SampleServer.API;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;

/** A client of a server that knows nothing but the published document, and one thing that is stored. */
final class Stranger {
    private static final String ID = "kept";
    private static final String HOUR = "2026/11/21/05";

    /** What {@link #keepSomething} has stored, and the file to download, by the names of parameters. */
    static final Map<String, String> KNOWN =
            Map.of("item_id", ID, "partition_key", HOUR, "file_name", "hopeit-iso.png");

    private final SampleServer server;
    private final String token;
    private String cookie;

    Stranger(SampleServer server) throws IOException {
        this.server = server;
        token = server.token("user", "pass");
        cookie = session();
    }

    /** In the folder of its time, whatever the time is now. */
    static void keepSomething(SampleServer server) throws IOException {
        var saved = server.post(API + "save-something", "{\"id\":\"" + ID + "\",\"user\":\"u\"}");
        var folder = saved.body().replaceFirst(".*/(\\d{4}/\\d\\d/\\d\\d/\\d\\d)/.*", "$1");
        var kept = server.post(
                API + "query-something?item_id=" + ID + "&partition_key=" + folder,
                "{\"ts\":\"2026-11-21T05:16:15Z\",\"type\":\"LOADED\"}");
        if (kept.statusCode() != 200) {
            throw new IllegalStateException("nothing is stored: " + saved.body() + " " + kept.body());
        }
    }

    HttpResponse<String> send(GeneratedRequest request) throws IOException {
        if (request.isAsPublished()) {
            // one that logs out or refreshes ends a session
            cookie = request.operation().matches(".*/(logout|refresh)") ? session() : cookie;
        }
        return server.send(request.to(server, this::proof));
    }

    private String proof(String asked) {
        return switch (asked) {
            case "HttpBearerDef" -> "Bearer " + token;
            case "HttpBasicDef" -> "Basic " + Base64.getEncoder().encodeToString("user:pass".getBytes(UTF_8));
            default -> cookie;
        };
    }

    /** The cookie of a new one. */
    private String session() {
        try {
            return server.login("user", "pass")
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow()
                    .replaceFirst(";.*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
