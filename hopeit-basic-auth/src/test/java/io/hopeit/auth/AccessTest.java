package io.hopeit.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.helidon.microprofile.testing.junit5.HelidonTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use an event, as clients see it. */
@HelidonTest
class AccessTest {
    private static final String SHOP = "/api/shop/1x0/";
    private static final String WHO = SHOP + "who";

    @Inject
    WebTarget server;

    @Inject
    BasicAuthExtension deployment;

    private Client client;

    @BeforeEach
    void makeClient() {
        client = new Client(server);
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT);
    }

    private JWTClaimsSet good() throws Exception {
        return SignedJWT.parse(new Tokens(Given.TOKENS, deployment.keys())
                        .access(Given.APP, Given.ADA)
                        .text())
                .getJWTClaimsSet();
    }

    private String signed(JWSHeader.Builder header, JWSSigner signer, UnaryOperator<JWTClaimsSet.Builder> change)
            throws Exception {
        var token = new SignedJWT(
                header.build(), change.apply(new JWTClaimsSet.Builder(good())).build());
        token.sign(signer);
        return token.serialize();
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return signed(header(), new RSASSASigner(deployment.keys().privateKey()), change);
    }

    private void assertRefused(String token) throws Exception {
        assertUnauthorized(client.withToken(WHO, token), "Bearer");
    }

    private static void assertUnauthorized(HttpResponse<String> response, String msg) throws Exception {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Client.header(response, "Content-Type")).startsWith("application/json");
        assertThat(Client.json(response).get("msg").asText()).isEqualTo(msg);
        assertThat(Client.json(response).get("status").asInt()).isEqualTo(401);
        assertThat(Client.header(response, "WWW-Authenticate")).startsWith("Bearer realm=\"shop.1x0\"");
        assertThat(Client.header(response, "X-Track-Request-Id")).isNotEmpty();
        assertThat(Client.header(response, "X-Event-App")).isEqualTo("shop.1x0");
    }

    @Test
    void theHelperOfThisTestMakesGoodTokens() throws Exception {
        assertThat(client.withToken(WHO, signed(claims -> claims)).statusCode()).isEqualTo(200);
    }

    @Test
    void aRequestWithoutATokenIsAskedForOne() throws Exception {
        var response = client.get(WHO);

        assertUnauthorized(response, "Unsecured");
        assertThat(Client.header(response, "WWW-Authenticate")).isEqualTo("Bearer realm=\"shop.1x0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "..", "eyJhbGciOiJSUzI1NiJ9.e30.AAAA"})
    void whatIsNoTokenIsRefused(String token) throws Exception {
        var response = client.withToken(WHO, token);

        assertUnauthorized(response, "Bearer");
        assertThat(Client.header(response, "WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"shop.1x0\", error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Digest", "Negotiate"})
    void theRefusalSaysHowTheRequestTried(String scheme) throws Exception {
        assertUnauthorized(client.get(WHO, "Authorization", scheme + " YTpi"), scheme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b", "a b c", "\u00e4 b", "=", "Basic", "\""})
    void aMalformedHeaderIsABadRequest(String header) throws Exception {
        for (String path : List.of(WHO, SHOP + "open", Client.PLUGIN + "login")) {
            var response = client.get(path, "Authorization", header);

            assertThat(response.statusCode()).as(path).isEqualTo(400);
            assertThat(Client.json(response).get("msg").asText()).isEqualTo("Malformed Authorization");
            assertThat(Client.header(response, "X-Track-Request-Id")).isNotEmpty();
        }
    }

    @Test
    void aTokenWithoutSignatureIsRefused() throws Exception {
        var parts = signed(claims -> claims).split("\\.");

        assertRefused(new PlainJWT(good()).serialize());
        assertRefused(parts[0] + "." + parts[1] + ".");
        assertRefused("eyJhbGciOiJub25lIn0." + parts[1] + "." + parts[2]);
    }

    @Test
    void aTokenSignedByHmacWithThePublicKeyIsRefused() throws Exception {
        var hs256 = new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT);
        var der = deployment.keys().publicKey().getEncoded();

        assertRefused(signed(hs256, new MACSigner(der), c -> c));
        assertRefused(signed(hs256, new MACSigner(Pem.ofPublic(der).getBytes(UTF_8)), c -> c));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 60, 400})
    void aTokenCountsAtMostFiveSecondsTooLong(int seconds) throws Exception {
        var end = Instant.now().minusSeconds(seconds);

        assertRefused(signed(c -> c.issueTime(Date.from(end.minusSeconds(600))).expirationTime(Date.from(end))));
    }

    @Test
    void clocksMayDifferALittle() throws Exception {
        var end = Instant.now().minusSeconds(1);

        assertThat(client.withToken(WHO, signed(c -> c.issueTime(Date.from(end.minusSeconds(600)))
                                .expirationTime(Date.from(end))))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"aud, shop.2x0", "aud, shop.1x0.refresh", "aud,", "iss, other", "iss,", "exp,"})
    void aTokenForOrFromOthersIsRefused(String claim, String value) throws Exception {
        assertRefused(signed(claims -> claims.claim(claim, value)));
    }

    @Test
    void aTokenForSeveralIsAccepted() throws Exception {
        var token = signed(claims -> claims.audience(List.of("other", "shop.1x0")));

        assertThat(client.withToken(WHO, token).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() throws Exception {
        assertRefused(signed(header(), new RSASSASigner(Given.newKeys().privateKey()), c -> c));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "../../etc/passwd", ""})
    void theNameOfAKeyOpensNothing(String kid) throws Exception {
        var other = Given.newKeys();

        assertRefused(signed(header().keyID(kid), new RSASSASigner(other.privateKey()), c -> c));
    }

    @Test
    void keysThatATokenBringsOrPointsAtAreNotLookedAt() throws Exception {
        var other = Given.newKeys();
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var uri = URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/keys");
            var header = header().jwk(new RSAKey.Builder(other.publicKey()).build())
                    .jwkURL(uri)
                    .x509CertURL(uri);

            assertRefused(signed(header, new RSASSASigner(other.privateKey()), c -> c));
            listener.setSoTimeout(200);
            assertThat(Assertions.catchThrowable(listener::accept)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void stepsSeeTheClaimsButNotTheToken() throws Exception {
        var token = client.token("ada");
        var who = client.withToken(WHO, token);
        var claims = Client.json(who).get("claims");

        assertThat(Client.json(who).get("name").asText()).isEqualTo("ada");
        assertThat(Client.json(who).get("method").asText()).isEqualTo("bearer");
        assertThat(Client.json(who).get("verified").asBoolean()).isTrue();
        assertThat(claims.get("id").asText()).isEqualTo("u1");
        assertThat(claims.get("groups").toString()).contains("\"admin\"", "\"reader\"");
        assertThat(claims.get("aud").toString()).isEqualTo("[\"shop.1x0\"]");
        assertThat(claims.get("exp").isIntegralNumber()).isTrue();
        assertThat(who.body()).doesNotContain(token, "raw_token");
    }

    @Test
    void stepsSeeNoPassword() throws Exception {
        var credentials = Client.basic("ada", "päss €");
        var who = client.get(SHOP + "either", "Authorization", credentials);

        assertThat(who.body())
                .isEqualTo("{\"name\":\"ada\",\"method\":\"basic\",\"verified\":true,\"claims\":{\"id\":\"u1\","
                        + "\"user\":\"ada\",\"email\":\"ada@example.com\",\"groups\":[\"admin\",\"reader\"]}}");
    }

    @Test
    void eitherProofIsEnough() throws Exception {
        assertThat(client.withToken(SHOP + "either", client.token("ada")).statusCode())
                .isEqualTo(200);
        assertThat(client.get(SHOP + "either").headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"shop.1x0\"", "Basic realm=\"shop.1x0\", charset=\"UTF-8\"");
    }

    @Test
    void aTokenOpensTheApplicationThatItIsFor() throws Exception {
        var billing = Client.json(client.get(
                        "/api/billing/1x0/basic-auth/1x0/login", "Authorization", Client.basic("ada", "päss €")))
                .get("access_token")
                .asText();

        assertThat(client.withToken("/api/billing/1x0/bills", billing).statusCode())
                .isEqualTo(200);
        assertUnauthorized(client.withToken(WHO, billing), "Bearer");
        assertThat(client.withToken(SHOP + "admin", billing).statusCode()).isEqualTo(401);
        assertThat(client.withToken(SHOP + "open", billing).body())
                .startsWith("{\"name\":\"\",\"method\":\"unsecured\"");
        assertThat(client.withToken("/api/billing/1x0/bills", client.token("ada"))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "open, , 200",
        "open, ada, 200",
        "who, , 401",
        "who, bob, 200",
        "admin, , 401",
        "admin, bob, 403",
        "admin, ada, 200",
        "owner, , 401",
        "owner, ada, 403",
        "closed, , 401",
        "closed, ada, 403"
    })
    void rolesOpenEvents(String event, String user, int status) throws Exception {
        var response = user == null ? client.get(SHOP + event) : client.withToken(SHOP + event, client.token(user));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Client.header(response, "X-Track-Request-Id")).isNotEmpty();
        if (status == 403) {
            assertThat(Client.json(response).get("msg").asText()).isEqualTo("Forbidden");
        }
    }

    @Test
    void rolesCountForPasswordsToo() throws Exception {
        var path = SHOP + "by-password";

        assertThat(client.get(path, "Authorization", Client.basic("ada", "päss €"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get(path, "Authorization", Client.basic("bob", "päss €"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void requestsAtTheSameTimeSeeTheirOwnSender() throws Exception {
        var ada = client.token("ada");
        var bob = client.token("bob");
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 5; i++) {
                var first = threads.submit(() -> client.withToken(SHOP + "meet", ada));
                var second = threads.submit(() -> client.withToken(SHOP + "meet", bob));

                assertThat(first.get().body()).isEqualTo("{\"meet\":\"ada ada ada\"}");
                assertThat(second.get().body()).isEqualTo("{\"meet\":\"bob bob bob\"}");
            }
        }
        assertThat(Client.json(client.get(SHOP + "open")).get("name").asText()).isEmpty();
    }

    @Test
    void aMessageTellsWhoHasSentItsRequestUnverifiedAndWithoutProof() throws Exception {
        var token = client.token("ada");
        client.withToken(SHOP + "note", token);
        var byToken = Client.json(client.get(SHOP + "seen"));
        client.get(SHOP + "note", "Authorization", Client.basic("bob", "päss €"));
        var byPassword = Client.json(client.get(SHOP + "seen"));

        assertThat(byToken.get("name").asText()).isEqualTo("ada");
        assertThat(byToken.get("method").asText()).isEqualTo("bearer");
        assertThat(byToken.get("verified").asBoolean(true)).isFalse();
        assertThat(byToken.at("/claims/id").asText()).isEqualTo("u1");
        assertThat(byToken.toString()).doesNotContain(token, "raw_token");
        assertThat(byPassword.get("name").asText()).isEqualTo("bob");
        assertThat(byPassword.get("method").asText()).isEqualTo("basic");
        assertThat(byPassword.get("verified").asBoolean(true)).isFalse();
        assertThat(byPassword.get("claims").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "user", "email", "groups");
    }
}
