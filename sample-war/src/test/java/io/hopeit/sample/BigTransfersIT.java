package io.hopeit.sample;

import static io.hopeit.sample.SampleServer.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.SequenceInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Files that are larger than the heap. */
@DisabledIfSystemProperty(named = "sample.base-url", matches = ".+", disabledReason = "the heap has to be known")
class BigTransfersIT {
    private static final long GIBIBYTE = 1L << 30;
    private static final int UPLOAD = 200 << 20;

    private final HttpClient client = HttpClient.newHttpClient();

    private static byte[] text(String text) {
        return Forms.lines(text).getBytes(StandardCharsets.US_ASCII);
    }

    /** {@code size} zeros that nobody holds. */
    private static InputStream zeros(int size) {
        return new InputStream() {
            private int left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int count = Math.min(length, left);
                java.util.Arrays.fill(bytes, offset, offset + count, (byte) 0);
                left -= count;
                return count;
            }
        };
    }

    @Test
    void aGibibyteIsSentAndTwoHundredMebibytesAreReceivedWithAHeapOf128() throws Exception {
        try (var server = SampleServer.start("", "-Xmx128m", "-Dhopeit.streams.broker=memory")) {
            assertThat(download(server)).isEqualTo(GIBIBYTE);
            assertThat(upload(server)).contains("\"id\":\"attachment\"");
        }
    }

    private long download(SampleServer server) throws Exception {
        var big = server.base().resolve("downloads").resolve("big.bin");
        try (var file = new RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(GIBIBYTE); // a file with a hole takes no room
        }
        var request =
                server.request(API + "download-something?file_name=big.bin").build();
        long count = 0;
        try (InputStream body =
                client.send(request, BodyHandlers.ofInputStream()).body()) {
            var buffer = new byte[1 << 20];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                count += n;
            }
        } finally {
            Files.delete(big);
        }
        return count;
    }

    private String upload(SampleServer server) throws Exception {
        var head = text("""
                --b
                Content-Disposition: form-data; name="id"

                1
                --b
                Content-Disposition: form-data; name="user"

                u
                --b
                Content-Disposition: form-data; name="object"

                {"id":"o1","user":{"id":"ou","name":"oun"}}
                --b
                Content-Disposition: form-data; name="attachment"; filename="big.bin"

                """);
        var tail = text("\n--b--\n");
        var request = server.request(API + "upload-something?something_id=s1")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofInputStream(() -> body(head, tail)))
                .timeout(java.time.Duration.ofMinutes(2))
                .build();
        var response = client.send(request, BodyHandlers.ofString()).body();
        assertThat(Files.size(uploaded(server.base()))).isEqualTo(UPLOAD);
        return response;
    }

    private static InputStream body(byte[] head, byte[] tail) {
        return new SequenceInputStream(java.util.Collections.enumeration(List.of(
                new java.io.ByteArrayInputStream(head), zeros(UPLOAD), new java.io.ByteArrayInputStream(tail))));
    }

    private static Path uploaded(Path base) throws IOException {
        try (var files = Files.walk(base)) {
            return files.filter(file -> file.endsWith("attachment-big.bin"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
