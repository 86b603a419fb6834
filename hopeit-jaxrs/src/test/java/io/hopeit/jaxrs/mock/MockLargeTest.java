package io.hopeit.jaxrs.mock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is larger than the server's memory passes through it: its heap has 128 MiB. */
@Timeout(300)
class MockLargeTest {
    private static final long UPLOAD = 200L << 20;

    @TempDir
    static Path files;

    private static Process process;
    private static MockServer server;

    @BeforeAll
    static void start() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + files,
                        "-Dserver.host=127.0.0.1",
                        "-Dserver.port=" + port,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.helidon.microprofile.cdi.Main")
                .redirectErrorStream(true)
                .redirectOutput(files.resolve("server.log").toFile())
                .start();
        server = new MockServer(URI.create("http://127.0.0.1:" + port));
        await().atMost(Duration.ofSeconds(90)).until(() -> !process.isAlive() || answers());
        assertThat(process.isAlive()).as(log()).isTrue();
    }

    private static boolean answers() throws Exception {
        try {
            return server.get("mock-event?query_arg1=ok").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static String log() throws IOException {
        return Files.readString(files.resolve("server.log"));
    }

    @AfterAll
    static void stop() throws Exception {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aFileOfAGibibyteGoesOut() throws Exception {
        var request = HttpRequest.newBuilder(server.at("mock-large-download")).build();
        var response = server.client().send(request, BodyHandlers.ofInputStream());
        long received;
        try (var body = response.body()) {
            received = body.transferTo(java.io.OutputStream.nullOutputStream());
        }

        assertThat(received).isEqualTo(MockLargeDownload.SIZE);
        assertThat(log()).doesNotContain("OutOfMemoryError");
    }

    @Test
    void aFileOf200MebibytesComesInAndIsNotKept() throws Exception {
        var head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n";
        var form = HttpRequest.newBuilder(server.at("mock-large-upload"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                        Collections.enumeration(List.of(bytes(head), new Zeros(UPLOAD), bytes("\r\n--b--\r\n"))))))
                .build();

        assertThat(server.client().send(form, BodyHandlers.ofString()).body())
                .isEqualTo("{\"mock_large_upload\":%d}".formatted(UPLOAD));
        assertThat(log()).doesNotContain("OutOfMemoryError");
        try (var left = Files.list(files)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("hopeit-form-")))
                    .isEmpty();
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** So many bytes, all of them 0. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(length, left);
            java.util.Arrays.fill(bytes, offset, offset + read, (byte) 0);
            left -= read;
            return read;
        }
    }
}
