package io.hopeit.jaxrs.mock;

import static io.hopeit.jaxrs.mock.MockServer.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helidon.microprofile.testing.junit5.HelidonTest;
import io.hopeit.jaxrs.Target;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms: field by field, part by part, within limits, and nothing is left of them. */
@HelidonTest
class MockFormTest {
    private static final String FILE = "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"";
    private static final String TEXT = "Content-Disposition: form-data; name=\"%s\"";
    private static final String JSON = TEXT + "\r\nContent-Type: application/json";

    @Inject
    WebTarget target;

    private MockServer server;

    @BeforeEach
    void connect() {
        server = new MockServer(Target.of(target));
    }

    private static String part(String headers, String content) {
        return "--b\r\n" + headers + "\r\n\r\n" + content + "\r\n";
    }

    private static String text(String name, String content) {
        return part(TEXT.formatted(name), content);
    }

    private static String file(String name, String fileName, String content) {
        return part(FILE.formatted(name, fileName), content);
    }

    private HttpResponse<String> send(String path, String form) throws Exception {
        var body = BodyPublishers.ofString(form + "--b--\r\n");
        return server.send("POST", path, body, "Content-Type", "multipart/form-data; boundary=b");
    }

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String FORM = text("field1", "value1")
            + part(JSON.formatted("field2"), "{\"value\":\"value2\"}")
            + file("attachment", "test_attachment", "ok");

    private static Set<Path> leftovers() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("hopeit-form-"))
                    .collect(Collectors.toSet());
        }
    }

    /** What was there before may go meanwhile: it is of clients that have gone away. */
    private static void awaitNoMoreThan(Set<Path> before) {
        await().atMost(SOON).during(Duration.ofMillis(200)).until(() -> before.containsAll(leftovers()));
    }

    @Test
    void fieldsAreTextsObjectsAndFiles() throws Exception {
        assertThat(read(send("mock-form", FORM)).at("/value").asText())
                .isEqualTo("field1=value1 field2=value2 number=7 note=- tags=[] attachment=test_attachment ok more=0");
    }

    @Test
    void anObjectMayBeSentAsAText() throws Exception {
        var form = FORM.replace("\r\nContent-Type: application/json", "");

        assertThat(read(send("mock-form", form)).at("/value").asText()).startsWith("field1=value1 field2=value2 ");
    }

    @Test
    void anObjectMayBeSentAsAFileAsScriptsInBrowsersDo() throws Exception {
        var form = FORM.replace("name=\"field2\"", "name=\"field2\"; filename=\"blob\"");

        assertThat(read(send("mock-form", form)).at("/value").asText()).startsWith("field1=value1 field2=value2 ");
    }

    @Test
    void fieldsMayBeManyOrOptional() throws Exception {
        var more = text("number", "8")
                + text("note", "n")
                + text("tags", "a")
                + text("tags", "b")
                + file("more", "1", "1")
                + file("more", "2", "2");

        assertThat(read(send("mock-form", FORM + more)).at("/value").asText())
                .isEqualTo("field1=value1 field2=value2 number=8 note=n tags=[a, b] "
                        + "attachment=test_attachment ok more=2");
    }

    @ParameterizedTest
    @CsvSource({"?m=abc,note,abc,200,abcabc", "'',none,abcd,200,--", "?m=abcd,note,abc,400,m", "'',note,abcd,400,note"})
    void whatMayBeAbsentIsCheckedWhenItIsThere(String query, String name, String note, int status, String told)
            throws Exception {
        var response = send("mock-limits" + query, text(name, note));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(read(response)
                        .at(status == 200 ? "/mock_limits" : "/errors/0/field")
                        .asText())
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "field1|field1|is required",
                "field2|field2|is required",
                "attachment|attachment|is required",
            })
    void aMissingFieldIsNamed(String without, String field, String message) throws Exception {
        var response = send("mock-form", FORM.replace("name=\"" + without + "\"", "name=\"other\""));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(read(response).at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(read(response).at("/errors/0/message").asText()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number|x|number|must be a whole number",
                "number|10|number|must be less than or equal to 9",
                "field1|second|field1|is given 2 times, but has one value",
                "field2|{}|field2|is given 2 times, but has one value"
            })
    void aWrongFieldIsNamed(String name, String content, String field, String message) throws Exception {
        var response = send("mock-form", FORM + text(name, content));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(read(response).at("/msg").asText()).isEqualTo(field + " " + message);
    }

    @Test
    void constraintsHoldForFields() throws Exception {
        var response = send("mock-form", FORM.replace("value1", "x".repeat(11)));

        assertThat(read(response).at("/errors/0/field").asText()).isEqualTo("field1");
    }

    @Test
    void anObjectsMemberIsNamed() throws Exception {
        var response = send("mock-form", FORM.replace("\"value2\"", "1"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(read(response).at("/errors/0/field").asText()).isEqualTo("field2.value");
    }

    @Test
    void aFileThatIsTooLargeIsA413() throws Exception {
        var response = send("mock-form", FORM.replace("ok", "x".repeat(1001)));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(read(response).at("/msg").asText())
                .isEqualTo("the part attachment is too large: at most 1000 bytes");
    }

    @Test
    void tooManyPartsAreA413() throws Exception {
        assertThat(send("mock-form", FORM + text("a", "").repeat(18)).statusCode())
                .isEqualTo(413);
        assertThat(send("mock-form", FORM + text("a", "").repeat(17)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tenThousandPartsAreRefusedAtTheHundredAndFirst() throws Exception {
        var start = Instant.now();
        var response = send("mock-parts", text("a", "").repeat(10_000));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(read(response).at("/msg").asText()).isEqualTo("the form has too many parts: at most 100 parts");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aFormLargerThanTheBodyMayBeIsA413() throws Exception {
        assertThat(send("mock-parts", file("a", "a", "x".repeat(1 << 20))).statusCode())
                .isEqualTo(413);
    }

    @Test
    void partsAreReadAsTheyArrive() throws Exception {
        assertThat(read(send("mock-parts", text("a", "1") + file("b", "f.txt", "2")))
                        .at("/value")
                        .asText())
                .isEqualTo("a=1 b=f.txt 2");
    }

    @Test
    void aFileIsThereWhileTheEventRunsAndGoneAfterwards() throws Exception {
        var before = leftovers();
        var response = send("mock-form-hook", text("name", "n") + file("file", "f", "x"));

        assertThat(read(response).at("/value").asText()).isEqualTo("n true");
        awaitNoMoreThan(before);
    }

    @Test
    void nothingIsLeftOfAFormThatFails() throws Exception {
        var before = leftovers();

        assertThat(send("mock-form-hook", text("name", "fail") + file("file", "f", "x"))
                        .statusCode())
                .isEqualTo(500);
        assertThat(send("mock-form-hook", file("file", "f", "x")).statusCode()).isEqualTo(400);
        assertThat(send("mock-form", FORM.replace("ok", "x".repeat(1001))).statusCode())
                .isEqualTo(413);
        awaitNoMoreThan(before);
    }

    private static long openFiles() {
        var count = Path.of("/proc/self/fd").toFile().list();
        return count == null ? 0 : count.length;
    }

    @Test
    void anUploadThatBreaksOffLeavesNeitherFilesNorOpenOnes() throws Exception {
        var before = leftovers();
        var head = "POST /api/mock/1x0/mock-form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\n\r\n" + FORM.substring(0, FORM.length() - 3);
        long openBefore = openFiles();
        for (int i = 0; i < 100; i++) {
            server.connect(head).close();
        }

        awaitNoMoreThan(before);
        await().atMost(SOON).until(() -> openFiles() < openBefore + 20);
    }

    @Test
    void filesCanOnlyBeReadByTheirOwner() throws Exception {
        var request = "POST /api/mock/1x0/mock-form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\n\r\n" + FORM + FORM;
        var before = leftovers();
        try (var socket = server.connect(request)) {
            await().atMost(SOON).until(() -> !before.containsAll(leftovers()));
            var during = leftovers();
            during.removeAll(before);
            for (Path directory : during) {
                assertThat(Files.getPosixFilePermissions(directory))
                        .noneMatch(permission -> !permission.name().startsWith("OWNER"));
            }
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void aFormWithoutPartsNamesWhatIsMissing() throws Exception {
        var response = server.send(
                "POST",
                "mock-form",
                BodyPublishers.ofByteArray("--b--\r\n".getBytes(UTF_8)),
                "Content-Type",
                "multipart/form-data; boundary=b");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(read(response).at("/msg").asText()).isEqualTo("field1 is required");
    }
}
