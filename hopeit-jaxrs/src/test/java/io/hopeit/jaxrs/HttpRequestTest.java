package io.hopeit.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestTest {

    @Test
    void headersAreFoundWhateverTheirCase() {
        var request = Requests.of("GET", "X-One", "1", "x-many", "a", "X-Many", "b");

        assertThat(request.header("x-one")).hasValue("1");
        assertThat(request.headers("X-MANY")).containsExactly("a", "b");
        assertThat(request.header("X-None")).isEmpty();
        assertThat(request.headers("X-None")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost/,''",
        "http://localhost/shop/,/shop",
        "https://a.example:1/my%20shop/v1/,/my%20shop/v1"
    })
    void theBasePathIsThatBeforeAllRoutes(URI base, String path) {
        assertThat(Requests.at(base).basePath()).isEqualTo(path);
    }

    @Test
    void cookiesAreFoundByName() {
        var request = Requests.of("GET", "Cookie", "a=1; shop.1x0.refresh=token");

        assertThat(request.cookie("shop.1x0.refresh")).hasValue("token");
        assertThat(request.cookie("b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=b c",
                "a=\"b c\"",
                " a = b c ",
                "a=b c; a=2",
                "x=1;a=b c;y",
                "x=\"1; a=b c; y=2\"",
                "x=1,a=2; a=b c",
                "A=1; =2; a; a=b c"
            })
    void theFirstCookieOfANameCounts(String header) {
        assertThat(Requests.of("GET", "Cookie", header).cookie("a")).hasValue("b c");
    }

    @Test
    void cookiesMayComeInManyHeaders() {
        var request = Requests.of("GET", "Cookie", "a=1", "Cookie", "b=2=3; a=4");

        assertThat(request.cookie("a")).hasValue("1");
        assertThat(request.cookie("b")).hasValue("2=3");
    }

    @Test
    void theBodyIsReadOnceAndGivenOften() {
        var request = Requests.of("POST", "text".getBytes(UTF_8), 4);

        request.body()[0] = 0;

        assertThat(request.body()).asString(UTF_8).isEqualTo("text");
    }

    @Test
    void aBodyBeyondTheLimitIs413() {
        var request = Requests.of("POST", "texts".getBytes(UTF_8), 4);

        assertThatThrownBy(request::body).isInstanceOfSatisfying(WebApplicationException.class, e -> assertThat(
                        e.getResponse().getStatus())
                .isEqualTo(413));
    }

    @Test
    void theBodyCannotBeReadInPartsAndAsAWhole() {
        var whole = Requests.of("POST", "Content-Type", "multipart/form-data; boundary=b");
        whole.body();
        var parts = Requests.of("POST", "Content-Type", "multipart/form-data; boundary=b");
        parts.parts();

        assertThatIllegalStateException().isThrownBy(whole::parts);
        assertThatIllegalStateException().isThrownBy(parts::body);
        assertThatIllegalStateException().isThrownBy(parts::parts);
    }

    @Test
    void anotherStatusThan200IsTheAnswer() {
        var request = Requests.of("GET");
        assertThat(request.isAnswered()).isFalse();

        request.setStatus(200);
        assertThat(request.isAnswered()).isFalse();

        request.setStatus(403);
        assertThat(request.isAnswered()).isTrue();
        assertThat(request.status()).hasValue(403);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 199, 600})
    void whatIsNoStatusIsRefused(int status) {
        assertThatIllegalArgumentException().isThrownBy(() -> Requests.of("GET").setStatus(status));
    }
}
