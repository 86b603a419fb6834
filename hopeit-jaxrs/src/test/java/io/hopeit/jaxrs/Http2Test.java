package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Requests by HTTP/2, which Open Liberty speaks and tells of in its own way. */
@EnabledIfSystemProperty(named = "test.liberty", matches = ".+")
class Http2Test {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(Version.HTTP_2).build();

    /** A client asks for HTTP/2 with its first request, and has it from the second on. */
    @BeforeAll
    static void connect() throws Exception {
        send(HttpRequest.newBuilder(at("greet/a?times=1")));
    }

    private static URI at(String path) {
        return URI.create(System.getProperty(LibertyTarget.HTTP_2) + "/api/shop/1x0/" + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return send(HttpRequest.newBuilder(at("length"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void aBodyIsReadAndAnswered() throws Exception {
        var response = post("{\"value\":\"four\"}");

        assertThat(response.version()).isEqualTo(Version.HTTP_2);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"length\":4");
    }

    @Test
    void aBodyThatIsWrongIsA400() throws Exception {
        var response = post("{}");

        assertThat(response.version()).isEqualTo(Version.HTTP_2);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("value is required");
    }

    @Test
    void aRequestWithoutABodyIsAnswered() throws Exception {
        var response = send(HttpRequest.newBuilder(at("no-payload")).POST(BodyPublishers.noBody()));

        assertThat(response.version()).isEqualTo(Version.HTTP_2);
        assertThat(response.statusCode()).isEqualTo(200);
    }
}
