package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.helidon.microprofile.testing.junit5.HelidonTest;
import io.hopeit.spi.SharedFacts;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients see of login, refresh, logout and decode. */
@HelidonTest
class SessionsTest {
    private static final String REFRESH = Client.PLUGIN + "refresh";
    private static final String LOGOUT = Client.PLUGIN + "logout";
    private static final String DECODE = "/api/basic-auth/1x0/decode";

    @Inject
    WebTarget server;

    @Inject
    SharedFacts facts;

    private Client client;

    @BeforeEach
    void makeClient() {
        client = new Client(server);
    }

    private HttpResponse<String> login() throws Exception {
        return client.login("ada", "päss €");
    }

    private int status(String path, String cookie) throws Exception {
        return client.get(path, "Cookie", cookie).statusCode();
    }

    @Test
    void aLoginGivesAnAccessTokenAndARefreshCookie() throws Exception {
        var response = login();
        var body = Client.json(response);
        var token = SignedJWT.parse(body.get("access_token").asText());
        var claims = token.getJWTClaimsSet();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(body.fieldNames()).toIterable().containsExactly("access_token", "token_type", "renew");
        assertThat(body.get("token_type").asText()).isEqualTo("BEARER");
        assertThat(body.get("renew").asLong()).isPositive().isLessThanOrEqualTo(595000);
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(600_000);
        assertThat(claims.getStringClaim("app")).isEqualTo("shop.1x0");
        assertThat(Client.header(response, "Set-Cookie"))
                .matches(
                        "shop\\.1x0\\.refresh=\"Refresh [\\w.-]+\"; Path=/api/shop/1x0/; Max-Age=3600; Secure; HttpOnly; "
                                + "SameSite=Strict");
        assertThat(Client.header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(Client.header(response, "X-Event-App")).isEqualTo("shop.1x0");
        assertThat(Client.header(response, "X-Event-Plugin")).isEqualTo("basic_auth.1x0");
    }

    @Test
    void theTokenOpensAndIsDecoded() throws Exception {
        var token = client.token("ada");
        var decoded = client.withToken(DECODE, token);

        assertThat(client.withToken("/api/shop/1x0/who", token).statusCode()).isEqualTo(200);
        assertThat(decoded.body()).isEqualTo("{\"id\":\"u1\",\"user\":\"ada\",\"email\":\"ada@example.com\"}");
        assertThat(Client.header(decoded, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aWrongPasswordAndAnUnknownUserGetTheSameAnswer() throws Exception {
        var wrong = client.login("ada", "wrong");
        var unknown = client.login("eve", "päss €");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(Client.json(wrong).get("msg").asText()).isEqualTo("Basic");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(Client.header(unknown, "WWW-Authenticate"))
                .isEqualTo(Client.header(wrong, "WWW-Authenticate"))
                .isEqualTo("Basic realm=\"shop.1x0\", charset=\"UTF-8\"");
        assertThat(Client.cookie(wrong)).isEmpty();
    }

    @Test
    @DisabledIfSystemProperty(named = "test.liberty", matches = ".+", disabledReason = "its log is elsewhere")
    void guessingAPasswordIsInTheLog() throws Exception {
        try (var warnings = new Warnings()) {
            for (int i = 0; i < 5; i++) {
                client.login("mallory", "guess" + i);
            }
            assertThat(warnings.texts()).containsExactly("5 wrong passwords in a row for the name \"mallory\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "YWRh", // ada
                "OnDDpHNzIOKCrA==", // no name
                "YWRhOgD/", // no UTF-8
                "YWRhOnAKcw==", // a line break
                "not*base64"
            })
    void whatIsNoNameAndPasswordIsRefused(String credentials) throws Exception {
        var response = client.get(Client.PLUGIN + "login", "Authorization", "Basic " + credentials);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Client.json(response).get("msg").asText()).isEqualTo("Basic");
    }

    @Test
    void aPasswordOfAnyLengthIsNoWork() throws Exception {
        assertThat(client.login("ada", "x".repeat(8000)).statusCode()).isEqualTo(401);
    }

    @Test
    void aCookieGivesAnotherTokenAndAnotherCookieOfTheSameSession() throws Exception {
        var login = login();
        var refreshed = client.get(REFRESH, "Cookie", Client.cookie(login));
        var before = SignedJWT.parse(Client.refreshToken(login)).getJWTClaimsSet();
        var after = SignedJWT.parse(Client.refreshToken(refreshed)).getJWTClaimsSet();

        assertThat(refreshed.statusCode()).isEqualTo(200);
        assertThat(Client.header(refreshed, "Cache-Control")).isEqualTo("no-store");
        assertThat(Client.json(refreshed).get("access_token"))
                .isNotEqualTo(Client.json(login).get("access_token"));
        assertThat(after.getJWTID()).isNotEqualTo(before.getJWTID());
        assertThat(after.getStringClaim("sid")).isEqualTo(before.getStringClaim("sid"));
        assertThat(status(REFRESH, Client.cookie(refreshed))).isEqualTo(200);
    }

    @Test
    void anotherTabMayStillSendTheCookieThatWasReplaced() throws Exception {
        var cookie = Client.cookie(login());
        client.get(REFRESH, "Cookie", cookie);

        assertThat(status(REFRESH, cookie)).isEqualTo(200);
    }

    @Test
    void aCookieThatCountsIsFoundBehindOneThatDoesNot() throws Exception {
        var cookie = Client.cookie(login());

        assertThat(status(REFRESH, "shop.1x0.refresh=other; " + cookie)).isEqualTo(200);
    }

    @Test
    void aCookieOfASessionThatIsOverEndsNoOther() throws Exception {
        var over = Client.cookie(login());
        client.get(LOGOUT, "Cookie", over);
        var cookie = Client.cookie(login());

        assertThat(status(REFRESH, over + "; " + cookie)).isEqualTo(200);
        assertThat(status(REFRESH, cookie)).isEqualTo(200);
    }

    @Test
    void pagesOfOtherSitesNeitherRenewNorEndASession() throws Exception {
        var cookie = Client.cookie(login());
        for (String path : new String[] {REFRESH, LOGOUT}) {
            var refused = client.get(path, "Cookie", cookie, "Sec-Fetch-Site", "cross-site");

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(Client.header(refused, "Set-Cookie")).isEmpty();
        }
        assertThat(status(REFRESH, cookie)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "same-site", "none"})
    void pagesOfThisSiteAndTheAddressBarRenewASession(String site) throws Exception {
        var cookie = Client.cookie(login());

        assertThat(client.get(REFRESH, "Cookie", cookie, "Sec-Fetch-Site", site).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLogoutDeletesTheCookieAndEndsTheSession() throws Exception {
        var first = Client.cookie(login());
        var second = Client.cookie(client.get(REFRESH, "Cookie", first));
        var logout = client.get(LOGOUT, "Cookie", first);

        assertThat(logout.statusCode()).isEqualTo(200);
        assertThat(logout.body()).isEqualTo("{\"logout\":\"Logged out.\"}");
        assertThat(Client.header(logout, "Set-Cookie"))
                .isEqualTo("shop.1x0.refresh=; Path=/api/shop/1x0/; Max-Age=0; Secure; HttpOnly; SameSite=Strict");
        assertThat(Client.header(logout, "Cache-Control")).isEqualTo("no-store");
        assertThat(status(REFRESH, first)).isEqualTo(401);
        assertThat(status(REFRESH, second)).isEqualTo(401);
        assertThat(status(LOGOUT, second)).isEqualTo(401);
    }

    @Test
    @DisabledIfSystemProperty(named = "test.liberty", matches = ".+", disabledReason = "its facts are elsewhere")
    void aLogoutIsKnownToAllWhoShareTheFacts() throws Exception {
        var login = login();
        client.get(LOGOUT, "Cookie", Client.cookie(login));
        var session =
                SignedJWT.parse(Client.refreshToken(login)).getJWTClaimsSet().getStringClaim("sid");

        assertThat(facts.knows("revoked." + session)).isTrue();
    }

    @Test
    void aLogoutEndsNoOtherSession() throws Exception {
        var other = Client.cookie(login());
        client.get(LOGOUT, "Cookie", Client.cookie(login()));

        assertThat(status(REFRESH, other)).isEqualTo(200);
    }

    @Test
    void anAccessTokenInTheCookieIsRefused() throws Exception {
        var response = client.get(REFRESH, "Cookie", "shop.1x0.refresh=\"Refresh " + client.token("ada") + "\"");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Client.json(response).get("msg").asText()).isEqualTo("Refresh");
        assertThat(Client.header(response, "WWW-Authenticate")).isEqualTo("Refresh realm=\"shop.1x0\"");
    }

    @Test
    void aRefreshTokenAsABearerTokenIsRefused() throws Exception {
        var token = Client.refreshToken(login());

        assertThat(client.withToken("/api/shop/1x0/who", token).statusCode()).isEqualTo(401);
        assertThat(client.withToken(DECODE, token).statusCode()).isEqualTo(401);
        assertThat(client.withToken(REFRESH, token).statusCode()).isEqualTo(401);
    }

    @Test
    void withoutACookieThereIsNoSession() throws Exception {
        var response = client.get(REFRESH);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Client.json(response).get("msg").asText()).isEqualTo("Unsecured");
    }

    @Test
    void aSessionIsOfOneApplication() throws Exception {
        var billing =
                client.get("/api/billing/1x0/basic-auth/1x0/login", "Authorization", Client.basic("ada", "päss €"));

        assertThat(Client.header(billing, "Set-Cookie"))
                .startsWith("billing.1x0.refresh=")
                .contains("Path=/api/billing/1x0/;");
        assertThat(status("/api/billing/1x0/basic-auth/1x0/refresh", Client.cookie(billing)))
                .isEqualTo(200);
        assertThat(status(REFRESH, "shop.1x0.refresh=\"Refresh " + Client.refreshToken(billing) + "\""))
                .isEqualTo(401);
    }

    @Test
    void eventsAreInTheDocument() throws Exception {
        var document = client.get("/openapi").body();

        assertThat(document)
                .contains(
                        "/api/shop/1x0/basic-auth/1x0/login",
                        "/api/shop/1x0/basic-auth/1x0/refresh",
                        "/api/shop/1x0/basic-auth/1x0/logout",
                        "/api/basic-auth/1x0/decode",
                        "AuthInfo:",
                        "ContextUserInfo:");
    }
}
