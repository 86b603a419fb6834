package io.hopeit.jaxrs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PartsTest {
    @TempDir
    Path directory;

    record Something(String id, int count) {}

    private static Part only(Form form) {
        return form.parts().iterator().next();
    }

    private static List<String> names(Parts parts) {
        var names = new ArrayList<String>();
        parts.forEach(part -> names.add(part.name()));
        return names;
    }

    private static WebApplicationException refusal(ThrowingCallable reading) {
        return catchThrowableOfType(WebApplicationException.class, reading);
    }

    private static void assertStatus(int status, ThrowingCallable reading) {
        assertThat(refusal(reading)).isNotNull().returns(status, e -> e.getResponse()
                .getStatus());
    }

    @Test
    void partsComeInOrderWithWhatTheySayOfThemselves() throws IOException {
        var parts = new Form()
                .text("id", "1")
                .file("attachment", "up.png", "png")
                .parts()
                .iterator();

        var text = parts.next();
        assertThat(text.name()).isEqualTo("id");
        assertThat(text.isFile()).isFalse();
        assertThat(text.fileName()).isEmpty();
        assertThat(text.contentType()).isEqualTo(MediaType.TEXT_PLAIN_TYPE);
        assertThat(text.text()).isEqualTo("1");

        var file = parts.next();
        assertThat(file.name()).isEqualTo("attachment");
        assertThat(file.isFile()).isTrue();
        assertThat(file.fileName()).hasValue("up.png");
        assertThat(file.contentType()).isEqualTo(MediaType.valueOf("image/png"));
        assertThat(file.stream().readAllBytes()).asString(UTF_8).isEqualTo("png");
        assertThat(file.size()).isEqualTo(3);

        assertThat(parts.hasNext()).isFalse();
        assertThatThrownBy(parts::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void contentIsKeptToTheByte() throws IOException {
        var content = "\r\n--b-\r\n\r\n--b-2\r\0\u20ac--b-1\n";

        assertThat(only(new Form().file("f", "x", content)).text()).isEqualTo(content);
    }

    @Test
    void whatIsNotReadIsSkipped() {
        assertThat(names(new Form()
                        .file("a", "x", "y".repeat(200_000))
                        .text("b", "")
                        .text("c", "1")
                        .parts()))
                .containsExactly("a", "b", "c");
    }

    @Test
    void aPartIsReadBeforeTheNextHasArrived() throws IOException {
        var first = new Form().text("id", "1").raw("--b-1\r\n").unfinished();
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection lost");
            }
        };
        var body = new SequenceInputStream(new ByteArrayInputStream(first), broken);
        var parts = Form.parts(Form.TYPE, body, Form.LIMITS).iterator();

        assertThat(parts.next().text()).isEqualTo("1");
        assertStatus(400, parts::hasNext);
    }

    @Test
    void partsCanBeReadOnceOnly() {
        var parts = new Form().text("id", "1").parts();
        parts.iterator();

        assertThatIllegalStateException().isThrownBy(parts::iterator);
    }

    @Test
    void aFormMayHaveNoParts() {
        assertThat(names(new Form().parts())).isEmpty();
    }

    @Test
    void thePreambleAndTheEpilogueAreIgnored() {
        var form = new Form().raw("before\r\n").text("id", "1").raw("--b-1--\r\nafter");

        assertThat(names(Form.parts(form.unfinished(), Form.LIMITS))).containsExactly("id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../x|x",
                "/etc/passwd|passwd",
                "C:\\\\dir\\\\x.txt|x.txt",
                "C:\\dir\\x.txt|x.txt",
                "für €.txt|für €.txt",
                "=?UTF-8?B?w7w=?=|ü",
                "a\\\"b|ab",
                "a\u0000b\u202egnp.exe|abgnp.exe",
                "..|",
                "a/..|",
                "../|",
                "' '|",
            })
    void ofAFileNameTheLastSegmentIsLeft(String sent, String name) {
        assertThat(only(new Form().file("f", sent, "x")).fileName().orElse(null))
                .isEqualTo(name);
    }

    @Test
    void aFileNameCannotAddHeaders() {
        var part = only(new Form().file("f", "a\"b\r\nSet-Cookie: x", "x"));

        assertThat(part.fileName()).hasValue("ab");
        assertThat(part.contentType()).isEqualTo(MediaType.valueOf("image/png"));
    }

    @Test
    void anEncodedFileNameIsDecodedAndThenCleaned() {
        var part = only(new Form()
                .part("Content-Disposition: form-data; name=f; filename*=UTF-8''..%2F%E2%82%AC%0D%0A.txt", "x"));

        assertThat(part.fileName()).hasValue("€.txt");
    }

    @Test
    void percentSignsInAFileNameAreLiteral() {
        assertThat(only(new Form().file("f", "%2e%2e%2fx", "")).fileName()).hasValue("%2e%2e%2fx");
    }

    @Test
    void aFileWithoutANameIsStillAFile() {
        var part = only(new Form().file("f", "", ""));

        assertThat(part.isFile()).isTrue();
        assertThat(part.fileName()).isEmpty();
    }

    @Test
    void aTextIsInItsCharset() throws IOException {
        var header = "content-disposition: form-data;\r\n name=f\r\ncontent-type: text/plain; charset=iso-8859-1";
        var body = new String(new Form().part(header, "é").bytes(), UTF_8).getBytes(ISO_8859_1);

        assertThat(Form.parts(body, Form.LIMITS).iterator().next().text()).isEqualTo("é");
    }

    @Test
    void aTextThatIsNotInItsCharsetIs400() {
        var header = "Content-Disposition: form-data; name=f";
        var body = new String(new Form().part(header, "é").bytes(), UTF_8).getBytes(ISO_8859_1);

        assertStatus(400, Form.parts(body, Form.LIMITS).iterator().next()::text);
        assertStatus(400, only(new Form().part(header + "\r\nContent-Type: text/plain; charset=no-such", "x"))::text);
    }

    @Test
    void jsonIsReadWhateverItsType() throws IOException {
        assertThat(only(new Form().text("object", "{\"id\":\"o1\",\"count\":2}"))
                        .json(Something.class))
                .isEqualTo(new Something("o1", 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|object|is not JSON (line 1, column 2)",
                "null|object|is null",
                "{\"count\":\"x\"}|object.count|must be a whole number",
                "[]|object|must be an object"
            })
    void wrongJsonIs400AndNamesTheField(String json, String field, String message) {
        var part = only(new Form().text("object", json));

        assertThatThrownBy(() -> part.json(Something.class)).isInstanceOfSatisfying(RequestException.class, e -> {
            assertThat(e.getResponse().getStatus()).isEqualTo(400);
            assertThat(e.errors()).containsExactly(new FieldError(field, message));
        });
    }

    @Test
    void aFileIsSavedForItsOwnerOnly() throws IOException {
        var file = only(new Form().file("f", "x", "content")).saveTo(directory, "f-x");

        assertThat(file).isEqualTo(directory.resolve("f-x")).hasContent("content");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(directory.toFile().list()).containsExactly("f-x");
    }

    @Test
    void aSavedFileReplacesTheOneBefore() throws IOException {
        Files.writeString(directory.resolve("x"), "before");

        assertThat(only(new Form().file("f", "x", "after")).copyTo(directory.resolve("x")))
                .isEqualTo(5);
        assertThat(directory.resolve("x")).hasContent("after");
    }

    @Test
    void aFileIsNotSavedOutsideOfItsDirectory() {
        var part = only(new Form().file("f", "x", "content"));

        assertStatus(400, () -> part.saveTo(directory, "../x"));
    }

    @Test
    void aFileThatDoesNotArriveAsAWholeIsNotThere() throws IOException {
        Files.writeString(directory.resolve("old"), "before");
        var body = new Form().file("f", "x", "y".repeat(300_000)).unfinished();
        var part = Form.parts(body, Form.LIMITS).iterator().next();

        assertStatus(400, () -> part.saveTo(directory, "old"));
        assertThat(directory.toFile().list()).containsExactly("old");
        assertThat(directory.resolve("old")).hasContent("before");
    }

    @Test
    void tooManyPartsAre413() {
        var form = new Form();
        for (int i = 0; i < 10_000; i++) {
            form.text("f" + i, "");
        }
        var parts = form.parts();
        var read = new ArrayList<String>();

        assertStatus(413, () -> parts.forEach(part -> read.add(part.name())));
        assertThat(read).hasSize(100);
    }

    @Test
    void tooLongHeadersAre413() {
        assertStatus(413, new Form().text("x".repeat(900_000), "").parts().iterator()::next);
    }

    @Test
    void aFormThatIsTooLargeIs413() {
        var limits = new MultipartLimits(100, 8192, 1000, 100_000, 100_000);

        assertStatus(
                413, () -> names(new Form().file("a", "x", "y".repeat(1000)).parts(limits)));
        assertThat(names(new Form().file("a", "x", "y".repeat(800)).parts(limits)))
                .hasSize(1);
    }

    @Test
    void thePreambleIsPartOfTheSize() {
        var limits = new MultipartLimits(100, 8192, 100_000, 100_000, 100_000);

        assertStatus(
                413,
                () -> names(new Form().raw("x".repeat(200_000)).text("a", "").parts(limits)));
    }

    @Test
    void aFileThatIsTooLargeIs413AlsoWhenItIsSkipped() {
        var limits = new MultipartLimits(100, 8192, 100_000, 10, 20);

        assertStatus(413, () -> names(new Form().file("a", "x", "y".repeat(11)).parts(limits)));
        assertThat(names(new Form().file("a", "x", "y".repeat(10)).parts(limits)))
                .hasSize(1);
    }

    @Test
    void aTextThatIsTooLargeIs413() throws IOException {
        var limits = new MultipartLimits(100, 8192, 100_000, 100_000, 10);

        assertStatus(
                413,
                new Form().text("a", "y".repeat(11)).parts(limits).iterator().next()::text);
        assertStatus(
                413,
                new Form()
                        .file("a", "x", "y".repeat(11))
                        .parts(limits)
                        .iterator()
                        .next()::text);
        assertThat(new Form()
                        .text("a", "y".repeat(10))
                        .parts(limits)
                        .iterator()
                        .next()
                        .text())
                .hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "--b-1",
                "--b-1-",
                "--b-1\r\n",
                "--b-1x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--b-1--",
                "--b-1\r\nContent-Disposition: form-data; name=a",
                "--b-1\r\nContent-Disposition: form-data; name=a\r\n\r\n",
                "--b-1\r\nContent-Disposition: form-data; name=a\r\n\r\n1",
                "--b-1\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--b-1",
                "--b-1\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--b-1\r\n",
                "--b-1\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b-1--",
                "--b-1\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n--b-1--",
                "--b-1\r\nContent-Disposition: form-data; name=\"a\0b\"\r\n\r\n1\r\n--b-1--",
                "--b-1\r\nContent-Disposition: form-data; name=\"=?UTF-8?B?!?=\"\r\n\r\n1\r\n--b-1--",
                "--b-1\r\nContent-Disposition: form-data; name=a; filename*='\r\n\r\n1\r\n--b-2--",
                "--b-1\r\nno header\r\n\r\n1\r\n--b-1--",
                "--b-1\r\n\r\n1\r\n--b-1--"
            })
    void aMalformedFormIs400(String body) {
        assertStatus(400, () -> names(Form.parts(body.getBytes(UTF_8), Form.LIMITS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=\"\""})
    void aTypeWithoutABoundaryIs400(String type) {
        assertStatus(400, () -> Form.parts(type, InputStream.nullInputStream(), Form.LIMITS));
        assertStatus(
                400,
                () -> Form.parts(
                        "multipart/form-data; boundary=" + "b".repeat(71), InputStream.nullInputStream(), Form.LIMITS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/mixed; boundary=b", "text", ""})
    void anotherTypeIs415(String type) {
        assertStatus(415, () -> Form.parts(type, InputStream.nullInputStream(), Form.LIMITS));
        assertStatus(415, () -> Form.parts(null, InputStream.nullInputStream(), Form.LIMITS));
    }
}
