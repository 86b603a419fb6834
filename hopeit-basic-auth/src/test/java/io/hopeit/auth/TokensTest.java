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
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.hopeit.App;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static Keys keys;

    private Instant now = Instant.parse("2026-11-21T05:16:15.870931Z");
    private double random;
    private final Tokens tokens = new Tokens(Given.TOKENS, keys, () -> now, () -> random);

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = Given.newKeys();
    }

    private static JWTClaimsSet claims(String token) throws Exception {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }

    private boolean isAccepted(String token) {
        return tokens.verifyRefresh(Given.APP, token).isPresent();
    }

    /** A refresh token as it should be, but for the claims that are changed. */
    private String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return signed(header(), new RSASSASigner(keys.privateKey()), change);
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT);
    }

    private String signed(JWSHeader.Builder header, JWSSigner signer, UnaryOperator<JWTClaimsSet.Builder> change)
            throws Exception {
        var good = claims(tokens.refresh(Given.APP, Given.ADA));
        var token = new SignedJWT(
                header.build(), change.apply(new JWTClaimsSet.Builder(good)).build());
        token.sign(signer);
        return token.serialize();
    }

    @Test
    void anAccessTokenHasTheClaimsOfMicroProfileAndOfHopeit() throws Exception {
        var access = tokens.access(Given.APP, Given.ADA);
        var claims = claims(access.text());

        assertThat(claims.toJSONObject())
                .containsEntry("iss", "shop.1x0")
                .containsEntry("sub", "u1")
                .containsEntry("upn", "ada")
                .containsEntry("id", "u1")
                .containsEntry("user", "ada")
                .containsEntry("email", "ada@example.com")
                .containsEntry("aud", "shop.1x0")
                .containsEntry("groups", List.of("admin", "reader"))
                .containsEntry("app", "shop.1x0")
                .containsEntry("typ", "access")
                .containsEntry("renew", access.renew())
                .containsEntry("iat", now.getEpochSecond())
                .containsEntry("exp", now.getEpochSecond() + 600)
                .containsKey("jti")
                .hasSize(14);
        assertThat(SignedJWT.parse(access.text()).getHeader().toJSONObject())
                .containsEntry("alg", "RS256")
                .containsEntry("typ", "JWT")
                .containsEntry("kid", keys.id())
                .hasSize(3);
    }

    @Test
    void eachTokenHasAnIdOfItsOwn() throws Exception {
        assertThat(claims(tokens.refresh(Given.APP, Given.ADA)).getJWTID())
                .isNotEqualTo(claims(tokens.refresh(Given.APP, Given.ADA)).getJWTID());
    }

    @ParameterizedTest
    @CsvSource({"0, 595000", "0.5, 593750", "0.9999, 592500"})
    void clientsRenewAtRandomALittleBeforeTheEnd(double drawn, long renew) {
        random = drawn;

        assertThat(tokens.access(Given.APP, Given.ADA).renew()).isEqualTo(renew);
    }

    @Test
    void aWindowLongerThanTheLifetimeLeavesAQuarterOfIt() {
        var settings = new TokenSettings(
                "i", Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofDays(1), Duration.ofMinutes(1));

        assertThat(new Tokens(settings, keys, () -> now, () -> 0)
                        .access(Given.APP, Given.ADA)
                        .renew())
                .isEqualTo(2500);
    }

    @Test
    void aRefreshTokenComesBackWithItsUser() throws Exception {
        var token = tokens.refresh(Given.APP, Given.ADA, "s1", now);

        assertThat(tokens.verifyRefresh(Given.APP, token))
                .contains(new Tokens.Refresh(
                        claims(token).getJWTID(),
                        "s1",
                        Instant.parse("2026-11-21T05:16:15Z"),
                        Given.ADA,
                        Instant.parse("2026-11-21T06:16:15Z")));
    }

    @Test
    void aTokenCountsUntilFiveSecondsAfterItsEnd() {
        var token = tokens.refresh(Given.APP, Given.ADA);

        now = Instant.parse("2026-11-21T06:16:19Z");
        assertThat(isAccepted(token)).isTrue();
        now = Instant.parse("2026-11-21T06:16:21Z");
        assertThat(isAccepted(token)).isFalse();
    }

    @Test
    void anAccessTokenIsNoRefreshToken() {
        assertThat(isAccepted(tokens.access(Given.APP, Given.ADA).text())).isFalse();
    }

    @Test
    void aTokenOfAnotherApplicationIsRefused() {
        assertThat(isAccepted(tokens.refresh(new App("shop", "2.0"), Given.ADA)))
                .isFalse();
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() throws Exception {
        var others = new Tokens(Given.TOKENS, Given.newKeys(), () -> now, () -> random);

        assertThat(isAccepted(others.refresh(Given.APP, Given.ADA))).isFalse();
    }

    @Test
    void theHelperOfThisTestMakesGoodTokens() throws Exception {
        assertThat(isAccepted(signed(claims -> claims))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "iss, other",
        "aud, shop.1x0",
        "aud, other",
        "typ, access",
        "typ,",
        "exp,",
        "jti,",
        "sub,",
        "sid,",
        "iat,",
        "upn,"
    })
    void aWrongOrMissingClaimIsRefused(String name, String value) throws Exception {
        assertThat(isAccepted(signed(claims -> claims.claim(name, value)))).isFalse();
    }

    @Test
    void aTokenThatIsNotYetValidIsRefused() throws Exception {
        assertThat(isAccepted(signed(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(60))))))
                .isFalse();
    }

    @Test
    void aTokenWithoutSignatureIsRefused() throws Exception {
        var good = tokens.refresh(Given.APP, Given.ADA);
        var parts = good.split("\\.");

        assertThat(isAccepted(new PlainJWT(claims(good)).serialize())).isFalse();
        assertThat(isAccepted(Base64URL.encode("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]))
                .isFalse();
        assertThat(isAccepted(parts[0] + "." + parts[1] + ".")).isFalse();
    }

    @Test
    void aTokenSignedByHmacWithThePublicKeyIsRefused() throws Exception {
        var der = keys.publicKey().getEncoded();
        var pem = Pem.ofPublic(der).getBytes(UTF_8);
        var hs256 = new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT);

        assertThat(isAccepted(signed(hs256, new MACSigner(der), c -> c))).isFalse();
        assertThat(isAccepted(signed(hs256, new MACSigner(pem), c -> c))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "PS256"})
    void anotherAlgorithmIsRefusedEvenWithTheRightKey(String algorithm) throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm));

        assertThat(isAccepted(signed(header, new RSASSASigner(keys.privateKey()), c -> c)))
                .isFalse();
    }

    @Test
    void keysThatATokenBringsOrPointsAtAreNotLookedAt() throws Exception {
        var other = Given.newKeys();
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var uri = URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/keys");
            var header = header().jwk(new RSAKey.Builder(other.publicKey()).build())
                    .jwkURL(uri)
                    .x509CertURL(uri)
                    .keyID("../../etc/passwd");

            assertThat(isAccepted(signed(header, new RSASSASigner(other.privateKey()), c -> c)))
                    .isFalse();
            assertThat(isAccepted(signed(header, new RSASSASigner(keys.privateKey()), c -> c)))
                    .isTrue();
            listener.setSoTimeout(100);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(listener::accept))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "a.b.c.d.e", "Refresh"})
    void whatIsNoTokenIsRefused(String text) {
        assertThat(isAccepted(text)).isFalse();
    }

    @Test
    void aTokenIsNotPrinted() {
        var access = tokens.access(Given.APP, Given.ADA);

        assertThat(access.toString()).doesNotContain(access.text());
    }

    @Test
    void aSessionThatGoesOnEndsAfterItsLifetime() {
        var login = now;
        var token = tokens.refresh(Given.APP, Given.ADA);
        for (int i = 0; i < 5; i++) {
            now = now.plus(Duration.ofMinutes(35));
            var refresh = tokens.verifyRefresh(Given.APP, token).orElseThrow();
            token = tokens.refresh(Given.APP, Given.ADA, refresh.session(), refresh.login());
        }
        assertThat(tokens.verifyRefresh(Given.APP, token)).isPresent();

        now = login.plus(Duration.ofHours(3));
        assertThat(tokens.verifyRefresh(Given.APP, token)).isEmpty();
    }
}
