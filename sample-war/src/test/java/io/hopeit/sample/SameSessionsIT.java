package io.hopeit.sample;

import static io.hopeit.sample.SampleServer.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session goes the same way on both servers, cookies and all. */
@OnLiberty
class SameSessionsIT {
    private static final String PLUGIN = API + "basic-auth/1x0/";

    private static Browser helidon;
    private static Browser liberty;

    /** Somebody who has logged in, and keeps the cookie as browsers do. */
    private static final class Browser {
        private final SampleServer server;
        private final Answer login;
        private String cookie = "";

        Browser(SampleServer server) throws IOException {
            this.server = server;
            this.login = received(server.login("user", "pass"));
        }

        Answer get(String path) throws IOException {
            return get(path, cookie);
        }

        /** {@code N} is the cookie's name, and {@code T} the token in it. */
        Answer getWith(String path, String cookies) throws IOException {
            var token = cookie.replaceFirst(".*Refresh ", "").replace("\"", "");
            return get(path, cookies.replace("N", "simple_example.1x0.refresh").replace("T", token));
        }

        private Answer get(String path, String cookies) throws IOException {
            var request = server.anonymous(PLUGIN + path).header("X-Track-Request-Id", "same");
            return received(server.send(request.header("Cookie", cookies)));
        }

        private Answer received(HttpResponse<String> response) {
            response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.replaceFirst(";.*", ""));
            return Answer.of(response, server);
        }
    }

    @BeforeAll
    static void logIn() throws IOException {
        helidon = new Browser(TwoServers.get().helidon());
        liberty = new Browser(TwoServers.get().liberty());
    }

    @Test
    void bothProtectTheCookieOfALoginAlike() {
        assertThat(helidon.login.headers().get("set-cookie"))
                .containsExactly("simple_example.1x0.refresh=\"Refresh <token>\"; Path=/api/simple-example/1x0/; "
                        + "Max-Age=3600; HttpOnly; SameSite=Strict");
        assertThat(liberty.login).isEqualTo(helidon.login);
    }

    @Test
    void bothGoOnWithASessionAlike() throws Exception {
        var answer = helidon.get("refresh");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsKey("set-cookie");
        assertThat(liberty.get("refresh")).isEqualTo(answer);
    }

    @Test
    void bothEndASessionAlike() throws Exception {
        var onHelidon = new Browser(TwoServers.get().helidon());
        var onLiberty = new Browser(TwoServers.get().liberty());
        var endedOnHelidon = onHelidon.cookie;
        var endedOnLiberty = onLiberty.cookie;
        var logout = onHelidon.get("logout");

        assertThat(logout.headers().get("set-cookie"))
                .containsExactly("simple_example.1x0.refresh=; Path=/api/simple-example/1x0/; Max-Age=0; HttpOnly; "
                        + "SameSite=Strict");
        assertThat(onLiberty.get("logout")).isEqualTo(logout);
        assertThat(onHelidon.get("refresh", endedOnHelidon).status()).isEqualTo(401);
        assertThat(onLiberty.get("refresh", endedOnLiberty).status()).isEqualTo(401);
        assertThat(onLiberty.get("refresh")).isEqualTo(onHelidon.get("refresh"));
    }

    /** Browsers send values as they got them, others in their own way. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "N=Refresh T",
                "N=\"Refresh T\"",
                "a=1; N=\"Refresh T\"; b=2",
                "a=\"1\";N=\"Refresh T\"",
                "a=1=2; N=\"Refresh T\"",
                "a=b c; N=\"Refresh T\"",
                "a=b:c/d?e@f; N=\"Refresh T\"",
                "a=b,c; N=\"Refresh T\"",
                "a={\"b\":1,\"c\":2}; N=\"Refresh T\"",
                "a=\"b; N=\"Refresh T\"",
                "a; N=\"Refresh T\"",
                "a=; N=\"Refresh T\"",
                "=a; N=\"Refresh T\"",
                "a[b]=1; N=\"Refresh T\"",
                "; N=\"Refresh T\"",
                "$Version=1; N=\"Refresh T\"; $Path=/",
                "N=\"Refresh T\"; N=no",
                "N=no; N=\"Refresh T\"",
                "N = \"Refresh T\"",
                "N=\"Refresh T"
            })
    void bothFindTheTokenInCookiesHoweverTheyAreWritten(String cookies) throws Exception {
        var answer = helidon.getWith("refresh", cookies);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(liberty.getWith("refresh", cookies)).isEqualTo(answer);
    }

    /** A comma ends no cookie. */
    @ParameterizedTest
    @ValueSource(strings = {"a=1, N=\"Refresh T\"", "n=\"Refresh T\"", "N=Bearer T", "N=T", "N="})
    void bothFindNoTokenInOtherCookies(String cookies) throws Exception {
        var answer = helidon.getWith("refresh", cookies);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(liberty.getWith("refresh", cookies)).isEqualTo(answer);
    }
}
