package io.hopeit.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileResponseTest {
    private static final String SUN = "Sun, 22 Nov 2020 05:16:15 GMT";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(directory.resolve("x.png"), "0123456789");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-11-21T05:16:15.860412Z")));
    }

    private Response send(String method, String... headers) {
        var response = new HttpResponse();
        response.sendFile(file);
        return response.toResponse(null, MediaType.APPLICATION_JSON_TYPE, Requests.of(method, headers));
    }

    private WebApplicationException refusal(String... headers) {
        return catchThrowableOfType(WebApplicationException.class, () -> send("GET", headers));
    }

    private static String body(Response response) throws IOException {
        var out = new ByteArrayOutputStream();
        ((StreamingOutput) response.getEntity()).write(out);
        return out.toString(UTF_8);
    }

    private String tag() {
        return send("GET").getHeaderString("ETag");
    }

    @Test
    void aFileHasALengthATypeAndWhatTellsItsStateFromOthers() throws IOException {
        var response = send("GET");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(body(response)).isEqualTo("0123456789");
        assertThat(response.getHeaderString("Content-Length")).isEqualTo("10");
        assertThat(response.getMediaType()).isEqualTo(MediaType.valueOf("image/png"));
        assertThat(response.getHeaderString("Accept-Ranges")).isEqualTo("bytes");
        assertThat(response.getHeaderString("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getLastModified().toInstant()).isEqualTo("2020-11-21T05:16:15Z");
        assertThat(tag()).matches("\"[0-9a-f-]+\"");
    }

    @Test
    void aFileOfAnUnknownTypeIsBytes() throws IOException {
        file = Files.writeString(directory.resolve("x.unknown"), "");

        assertThat(send("GET").getMediaType()).isEqualTo(MediaType.APPLICATION_OCTET_STREAM_TYPE);
    }

    @Test
    void aChangeWithinTheSameSecondChangesTheTag() throws IOException {
        var before = tag();
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-11-21T05:16:15.860413Z")));

        assertThat(tag()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "x.png/no", "."})
    void whatIsNoFileIs404(String name) {
        file = directory.resolve(name);

        assertThat(refusal().getResponse().getStatus()).isEqualTo(404);
        assertThat(refusal()).hasMessageNotContaining(directory.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,0,bytes 0-0/10",
        "bytes=2-4,234,bytes 2-4/10",
        "bytes=7-,789,bytes 7-9/10",
        "bytes=7-99999999999999999999,789,bytes 7-9/10",
        "bytes=-3,789,bytes 7-9/10",
        "bytes=-30,0123456789,bytes 0-9/10",
        "BYTES=9-9,9,bytes 9-9/10"
    })
    void aRangeIsSent(String range, String body, String contentRange) throws IOException {
        var response = send("GET", "Range", range);

        assertThat(response.getStatus()).isEqualTo(206);
        assertThat(response.getHeaderString("Content-Range")).isEqualTo(contentRange);
        assertThat(response.getHeaderString("Content-Length")).isEqualTo(String.valueOf(body.length()));
        assertThat(body(response)).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0", "bytes=99999999999999999999-"})
    void aRangeThatTheFileDoesNotHaveIs416(String range) {
        var response = refusal("Range", range).getResponse();

        assertThat(response.getStatus()).isEqualTo(416);
        assertThat(response.getHeaderString("Content-Range")).isEqualTo("bytes */10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,3-4",
                "bytes=4-2",
                "bytes=-",
                "bytes=a-b",
                "bytes",
                "lines=0-1",
                "bytes=--1",
                "bytes=1-2-3",
                ""
            })
    void severalRangesAndWhatIsNoneMeanTheWhole(String range) throws IOException {
        var response = send("GET", "Range", range);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(body(response)).hasSize(10);
    }

    @Test
    void anEmptyFileIsSentButHasNoRange() throws IOException {
        Files.writeString(file, "");

        assertThat(body(send("GET"))).isEmpty();
        assertThat(refusal("Range", "bytes=0-").getResponse().getStatus()).isEqualTo(416);
    }

    @Test
    void headHasNoRangeAndNoBody() {
        var response = send("HEAD", "Range", "bytes=0-1");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.hasEntity()).isFalse();
        assertThat(response.getHeaderString("Content-Length")).isEqualTo("10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"x\", W/%s", "*"})
    void theClientHasTheFileWithOneOfItsTags(String tags) {
        var response = send("GET", "If-None-Match", tags.formatted(tag()));

        assertThat(response.getStatus()).isEqualTo(304);
        assertThat(response.hasEntity()).isFalse();
        assertThat(response.getHeaderString("ETag")).isEqualTo(tag());
        assertThat(response.getHeaderString("Content-Length")).isNull();
    }

    @Test
    void aTagGoesBeforeADate() {
        assertThat(send("GET", "If-None-Match", "\"x\"", "If-Modified-Since", SUN)
                        .getStatus())
                .isEqualTo(200);
        assertThat(send("GET", "If-Match", tag(), "If-Unmodified-Since", "Fri, 20 Nov 2020 05:16:15 GMT")
                        .getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sat, 21 Nov 2020 05:16:15 GMT|304",
                "Saturday, 21-Nov-20 05:16:15 GMT|304",
                "Sun, 22 Nov 2020 05:16:15 GMT|304",
                "Sat, 21 Nov 2020 05:16:14 GMT|200",
                "yesterday|200"
            })
    void theClientHasTheFileOfADate(String date, int status) {
        assertThat(send("GET", "If-Modified-Since", date).getStatus()).isEqualTo(status);
        assertThat(send("HEAD", "If-Modified-Since", date).getStatus()).isEqualTo(status);
    }

    @Test
    void aFileThatIsNotTheOneMeantIs412() {
        assertThat(refusal("If-Match", "\"x\"").getResponse().getStatus()).isEqualTo(412);
        assertThat(refusal("If-Match", "W/" + tag()).getResponse().getStatus()).isEqualTo(412);
        assertThat(refusal("If-Unmodified-Since", "Sat, 21 Nov 2020 05:16:14 GMT")
                        .getResponse()
                        .getStatus())
                .isEqualTo(412);
    }

    @Test
    void aFileThatIsTheOneMeantIsSent() {
        assertThat(send("GET", "If-Match", "\"x\", " + tag()).getStatus()).isEqualTo(200);
        assertThat(send("GET", "If-Match", "*").getStatus()).isEqualTo(200);
        assertThat(send("GET", "If-Unmodified-Since", "Sat, 21 Nov 2020 05:16:15 GMT")
                        .getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%s|206",
                "W/%s|200",
                "\"x\"|200",
                "Sat, 21 Nov 2020 05:16:15 GMT|206",
                "Sun, 22 Nov 2020 05:16:15 GMT|200",
                "x|200"
            })
    void aRangeIsSentOnlyOfTheFileThatTheClientHas(String condition, int status) {
        assertThat(send("GET", "Range", "bytes=0-1", "If-Range", condition.formatted(tag()))
                        .getStatus())
                .isEqualTo(status);
    }

    @Test
    void aDateIsNotEnoughForAFileThatMayStillChangeInTheSameSecond() throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
        var date = send("GET").getHeaderString("Last-Modified");

        assertThat(send("GET", "Range", "bytes=0-1", "If-Range", date).getStatus())
                .isEqualTo(200);
    }

    @Test
    void otherMethodsHaveNoConditionsAndNoRanges() {
        assertThat(send("POST", "If-None-Match", "*", "Range", "bytes=0-1").getStatus())
                .isEqualTo(200);
    }

    @Test
    void aStatusOfOnesOwnStays() {
        var response = new HttpResponse();
        response.sendFile(file);
        response.setStatus(404);

        assertThat(response.toResponse(null, MediaType.APPLICATION_JSON_TYPE, Requests.of("GET", "Range", "bytes=0-1"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aFileThatChangesBeforeItIsSentIsNoSuccess() throws IOException {
        var response = send("GET");
        Files.writeString(file, "9876543210");

        assertThatIOException().isThrownBy(() -> body(response));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hopeit-iso.png|attachment; filename=\"hopeit-iso.png\"",
                "a b.txt|attachment; filename=\"a b.txt\"",
                "für €.txt|attachment; filename=\"f_r _.txt\"; filename*=UTF-8''f%C3%BCr%20%E2%82%AC.txt",
                "50%;*x.txt|attachment; filename=\"50__*x.txt\"; filename*=UTF-8''50%25%3B%2Ax.txt",
                "../../etc/passwd|attachment; filename=\"passwd\"",
                "'..'|attachment; filename=\"download\""
            })
    void aDownloadHasItsName(String name, String header) {
        var response = new HttpResponse();
        response.sendFile(file, name);

        assertThat(response.toResponse(null, MediaType.APPLICATION_JSON_TYPE, Requests.of("GET"))
                        .getHeaderString("Content-Disposition"))
                .isEqualTo(header);
    }

    @Test
    void theNameOfADownloadCannotAddHeaders() {
        var response = new HttpResponse();
        response.sendFile(file, "a\"b\r\nSet-Cookie: x=1");

        assertThat(response.toResponse(null, MediaType.APPLICATION_JSON_TYPE, Requests.of("GET"))
                        .getHeaderString("Content-Disposition"))
                .isEqualTo("attachment; filename=\"abSet-Cookie: x=1\"");
    }
}
