package io.hopeit.sample;

import static io.hopeit.sample.SampleServer.API;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that have more in them than letters, and some that are none: who looks for holes cannot tell the servers apart either. */
@OnLiberty
class SameAnswersToOddPathsIT {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a%2Fb",
                "a%23b",
                "a%5Cb",
                "a%3Fb",
                "a%25b",
                "a%20b",
                "a+b",
                "%E2%82%AC",
                "a;b=c",
                "..%2f",
                "..%2Fx",
                "%2e%2e/1x0/check-enum?enum_value=OPT_1",
                "..%5cx",
                "../1x0/check-enum?enum_value=OPT_1",
                "./check-enum?enum_value=OPT_1",
                "/check-enum?enum_value=OPT_1",
                "check-enum/?enum_value=OPT_1",
                "check-enum;a=b?enum_value=OPT_1",
                "check%2Denum?enum_value=OPT_1",
                "check-enum%3Fenum_value=OPT_1",
                "check-enum%2F?enum_value=OPT_1",
                "Check-Enum?enum_value=OPT_1",
                "check-enum?enum_value=%ff",
                "check-enum?enum_value",
                "check-enum?=OPT_1&enum_value=OPT_1",
                "check-enum?enum_value=OPT_1;a=b",
                "check-enum?enum%5Fvalue=OPT_1",
                "list-somethings;a=b?wildcard=nope*",
                "list-somethings%3Ba=b?wildcard=nope*"
            })
    void bothAnswerAlike(String path) throws Exception {
        var servers = TwoServers.get();
        var helidon = get(servers.helidon(), API + path);

        assertThat(get(servers.liberty(), API + path)).isEqualTo(helidon);
        assertThat(helidon.status()).isLessThan(500);
    }

    /** What is different here is in docs/servers.md: no event is run with something that was never sent. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%zz",
                "%",
                "a%2",
                "a%00b",
                "a%0D%0Ab",
                "%ff",
                ";a=b/check-enum?enum_value=OPT_1",
                "check-enum?enum_value=%zz"
            })
    void whatAServerRefusesByItselfIsRefusedByBoth(String path) throws Exception {
        var servers = TwoServers.get();

        assertThat(get(servers.helidon(), API + path).status()).isIn(400, 404);
        assertThat(get(servers.liberty(), API + path).status()).isEqualTo(400);
    }

    /** Not every text is a URI, and this old way of asking sends any. */
    @SuppressWarnings("deprecation")
    private static Answer get(SampleServer server, String path) throws IOException {
        var at = URI.create(server.url());
        var connection = (HttpURLConnection) new URL("http", at.getHost(), at.getPort(), path).openConnection();
        connection.setRequestProperty("X-Track-Request-Id", "same");
        connection.setReadTimeout(60_000);
        int status = connection.getResponseCode();
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            var headers = new HashMap<>(connection.getHeaderFields());
            headers.remove(null);
            return Answer.of(status, headers, in == null ? "" : new String(in.readAllBytes(), UTF_8), server);
        }
    }
}
