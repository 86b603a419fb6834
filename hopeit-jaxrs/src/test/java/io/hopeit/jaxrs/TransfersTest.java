package io.hopeit.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.helidon.microprofile.testing.junit5.HelidonTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients see of files, streams and forms. */
@HelidonTest
@Timeout(120)
class TransfersTest {
    @Inject
    WebTarget server;

    private final HttpClient client = HttpClient.newHttpClient();
    private Path directory;
    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        directory = Files.createTempDirectory("hopeit-transfers-"); // this server's tests get no @TempDir
        file = Files.writeString(directory.resolve("x.txt"), "0123456789".repeat(20_000));
    }

    @AfterEach
    void deleteFiles() throws IOException {
        PrivateFiles.deleteTree(directory);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path) throws Exception {
        var uri = URI.create(Target.of(server) + "/transfers/" + path);
        return client.send(request.uri(uri).timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    }

    private String fileQuery() {
        return "file?path=" + URLEncoder.encode(file.toString(), UTF_8);
    }

    @Test
    void aFileIsSentWithItsLengthTypeAndName() throws Exception {
        var response = send(HttpRequest.newBuilder(), fileQuery());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).hasSize(200_000);
        assertThat(response.headers().firstValue("Content-Length")).hasValue("200000");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"f_r alle.txt\"; filename*=UTF-8''f%C3%BCr%20alle.txt");
    }

    @Test
    void headAnswersTheSameHeadersWithoutABody() throws Exception {
        var get = send(HttpRequest.newBuilder(), fileQuery());
        var head = send(HttpRequest.newBuilder().HEAD(), fileQuery());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        // Content-Length is left out: Helidon 4.3 makes it 0 when there is no body
        for (String name : new String[] {"Content-Type", "ETag", "Last-Modified", "Accept-Ranges"}) {
            assertThat(head.headers().allValues(name))
                    .isEqualTo(get.headers().allValues(name))
                    .hasSize(1);
        }
    }

    @Test
    void aRangeIsSentAlone() throws Exception {
        var response = send(HttpRequest.newBuilder().header("Range", "bytes=5-7"), fileQuery());

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.body()).isEqualTo("567");
        assertThat(response.headers().firstValue("Content-Range")).hasValue("bytes 5-7/200000");
        assertThat(response.headers().firstValue("Content-Length")).hasValue("3");
    }

    @Test
    void aRangeThatTheFileDoesNotHaveIs416() throws Exception {
        var response = send(HttpRequest.newBuilder().header("Range", "bytes=200000-"), fileQuery());

        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(response.headers().firstValue("Content-Range")).hasValue("bytes */200000");
    }

    @Test
    void aFileThatTheClientHasIsNotSentAgain() throws Exception {
        var tag = send(HttpRequest.newBuilder().HEAD(), fileQuery())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        var response = send(HttpRequest.newBuilder().header("If-None-Match", tag), fileQuery());

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.headers().firstValue("ETag")).hasValue(tag);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void aStreamIsSentWithTheLengthThatWasAnnounced() throws Exception {
        var response = send(HttpRequest.newBuilder(), "stream?announced=50000&pieces=50");

        assertThat(response.body()).hasSize(50_000);
        assertThat(response.headers().firstValue("Content-Length")).hasValue("50000");
    }

    @ParameterizedTest
    @CsvSource({"49", "51", "0", "1"})
    void aStreamOfAnotherLengthIsNoSuccess(int pieces) {
        assertThatThrownBy(() -> {
                    var response = send(HttpRequest.newBuilder(), "stream?announced=50000&pieces=" + pieces);
                    if (response.statusCode() != 200) {
                        throw new IOException("status " + response.statusCode());
                    }
                })
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(java.net.http.HttpTimeoutException.class);
    }

    private HttpRequest.Builder form(String body) {
        return HttpRequest.newBuilder()
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body));
    }

    private static final String FIRST_HALF = """
            --b
            Content-Disposition: form-data; name="id"

            1
            --b
            Content-Disposition: form-data; name="file"; filename="../x.bin"

            """.replace("\n", "\r\n");

    private String formQuery() {
        return "form?temp=" + URLEncoder.encode(directory.toString(), UTF_8);
    }

    @Test
    void aFormIsReceivedAndItsFilesAreDeletedAfterwards() throws Exception {
        var response = send(form(FIRST_HALF + "y".repeat(5_000_000) + "\r\n--b--\r\n"), formQuery());

        assertThat(response.body()).isEqualTo("[\"1\",\"x.bin\",\"5000000\"]");
        assertThat(directory).isDirectoryContaining("glob:**x.txt");
        assertThat(directory.toFile().list()).hasSize(1);
    }

    @Test
    void aMalformedFormIs400AndLeavesNoFiles() throws Exception {
        var response = send(form(FIRST_HALF + "y".repeat(100_000)), formQuery());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(directory.toFile().list()).hasSize(1);
    }

    @Test
    void aFormOfAnotherTypeIs415() throws Exception {
        var request = HttpRequest.newBuilder()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("id=1"));

        assertThat(send(request, formQuery()).statusCode()).isEqualTo(415);
    }

    @Test
    void anUploadThatIsAbortedLeavesNoFiles() throws Exception {
        try (var socket =
                new Socket(Target.of(server).getHost(), Target.of(server).getPort())) {
            var head =
                    "POST /transfers/%s HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n";
            socket.getOutputStream().write((head.formatted(formQuery()) + FIRST_HALF + "y".repeat(500_000)).getBytes());
            socket.getOutputStream().flush();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> directory.toFile().list().length == 2);
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> directory.toFile().list().length == 1);
    }
}
