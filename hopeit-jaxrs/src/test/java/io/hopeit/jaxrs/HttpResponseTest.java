package io.hopeit.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpResponseTest {
    private final HttpResponse response = new HttpResponse();

    private Response answer(Object entity) {
        return response.toResponse(entity, MediaType.APPLICATION_JSON_TYPE, Requests.of("GET"));
    }

    @Test
    void theResultIsTheBodyByDefault() {
        var answer = answer("x");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
        assertThat(answer.getEntity()).isEqualTo("x");
    }

    @Test
    void statusTypeAndHeadersCanBeSet() {
        response.setStatus(201);
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("X-Stream-Name", "first");
        response.setHeader("x-stream-name", "s é");

        var answer = answer("x");

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getMediaType()).isEqualTo(MediaType.valueOf("text/html;charset=utf-8"));
        assertThat(answer.getHeaders().get("X-Stream-Name")).containsExactly("s é");
    }

    @Test
    void aStatusThatHasNoBodyHasNone() {
        response.setStatus(204);

        assertThat(answer("x").hasEntity()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\r\nSet-Cookie: x=1", "a\nb", "a\rb", "a\0b", "\u20ac", "\u010d\u010a", "a\u007fb", "\u0085"})
    void aHeaderCannotAddHeaders(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> response.setHeader("X-Name", value));
        assertThatIllegalArgumentException().isThrownBy(() -> response.setContentType("text/html;x=\"" + value + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:", "a\r\nb", "é", "Content-Length", "transfer-encoding", "Set-Cookie"})
    void whatIsNoHeaderForApplicationsIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> response.setHeader(name, "x"));
    }

    @Test
    void cookiesAreAddedAlsoToStreams() {
        response.addCookie(new NewCookie.Builder("a").value("1").httpOnly(true).build());
        response.addCookie(new NewCookie.Builder("b").value("2").build());
        response.stream(0, out -> {});

        assertThat(answer(null).getHeaders().get("Set-Cookie")).containsExactly("a=1; HttpOnly", "b=2");
    }

    @Test
    void aDeletedCookieHasExpired() {
        response.deleteCookie("__Host-a", "/");

        assertThat(answer(null).getHeaderString("Set-Cookie"))
                .isEqualTo("__Host-a=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure");
    }

    @Test
    void aCookieToDeleteCannotAddAttributes() {
        assertThatIllegalArgumentException().isThrownBy(() -> response.deleteCookie("a", "/;Secure"));
    }

    private byte[] written(Response answer) throws IOException {
        var out = new ByteArrayOutputStream();
        ((StreamingOutput) answer.getEntity()).write(out);
        return out.toByteArray();
    }

    @Test
    void aStreamIsWrittenWhenTheServerWantsIt() throws IOException {
        response.setContentType("text/plain");
        response.stream(4, out -> {
            out.write('t');
            out.write("ext".getBytes(UTF_8));
            out.close();
        });

        var answer = answer("ignored");

        assertThat(answer.getHeaderString("Content-Length")).isEqualTo("4");
        assertThat(answer.getHeaderString("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getMediaType()).isEqualTo(MediaType.TEXT_PLAIN_TYPE);
        assertThat(written(answer)).asString(UTF_8).isEqualTo("text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "abcde"})
    void aStreamOfAnotherLengthFails(String text) {
        response.stream(4, out -> out.write(text.getBytes(UTF_8)));

        assertThatIOException().isThrownBy(() -> written(answer(null))).withMessageContaining("4 bytes");
    }

    @Test
    void aStreamThatGoesOnHasNotSentAllThatWasAnnounced() {
        var out = new ByteArrayOutputStream();
        response.stream(4, body -> {
            body.write("abcd".getBytes(UTF_8));
            body.write('e');
        });
        var entity = (StreamingOutput) answer(null).getEntity();

        assertThatIOException().isThrownBy(() -> entity.write(out));
        assertThat(out.toString(UTF_8)).isEqualTo("abc");
    }

    @Test
    void headDoesNotRunTheWriter() {
        response.stream(4, out -> {
            throw new IOException("not reached");
        });

        var answer = response.toResponse(null, MediaType.APPLICATION_JSON_TYPE, Requests.of("HEAD"));

        assertThat(answer.getHeaderString("Content-Length")).isEqualTo("4");
        assertThat(answer.hasEntity()).isFalse();
    }

    @Test
    void aStreamOfLessThanNothingIsRefused() {
        assertThatThrownBy(() -> response.stream(-1, out -> {})).isInstanceOf(IllegalArgumentException.class);
    }
}
