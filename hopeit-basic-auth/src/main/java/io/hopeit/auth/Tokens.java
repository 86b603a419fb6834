package io.hopeit.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import io.hopeit.App;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Issues tokens, signed by RS256, and verifies those that it gets back itself; access tokens are verified by MicroProfile
 * JWT. The two kinds have different audiences, so that none passes for the other. Thread-safe.
 */
final class Tokens {
    private static final String TYPE = "typ";
    private static final String ACCESS = "access";
    private static final String REFRESH = "refresh";
    static final String SESSION = "sid";
    static final String LOGIN = "auth_time"; // as in OpenID Connect
    private static final Set<String> REQUIRED =
            Set.of("sub", "exp", "iat", "jti", SESSION, LOGIN, "upn", "email", "groups");
    private static final int CLOCK_SKEW_SECONDS = 5;

    private final TokenSettings settings;
    private final InstantSource clock;
    private final DoubleSupplier random;
    private final JWSHeader header;
    private final RSASSASigner signer;
    private final RSASSAVerifier verifier;

    /**
     * An access token.
     *
     * @param text the token
     * @param renew in how many milliseconds a client should get the next one
     */
    record Access(String text, long renew) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Access[renew=" + renew + "]";
        }
    }

    /**
     * A refresh token that has been verified.
     *
     * @param id its own; no two tokens have the same
     * @param session what all tokens have in common that have followed from one login
     * @param login when that was
     * @param user whose it is, as he was when he logged in
     * @param expiry when it ends
     */
    record Refresh(String id, String session, Instant login, User user, Instant expiry) {}

    Tokens(TokenSettings settings, Keys keys) {
        this(settings, keys, InstantSource.system(), () -> ThreadLocalRandom.current()
                .nextDouble());
    }

    Tokens(TokenSettings settings, Keys keys, InstantSource clock, DoubleSupplier random) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(keys.id())
                .build();
        this.signer = new RSASSASigner(keys.privateKey());
        this.verifier = new RSASSAVerifier(keys.publicKey());
    }

    Access access(App app, User user) {
        long renew = renewMillis();
        var claims = claims(app, user, app.key(), settings.accessLifetime())
                .claim(TYPE, ACCESS)
                .claim("renew", renew);
        return new Access(sign(claims.build()), renew);
    }

    /** The first one of a session. */
    String refresh(App app, User user) {
        return refresh(app, user, UUID.randomUUID().toString(), now());
    }

    /** A further one of a session, which ends with that at the latest. */
    String refresh(App app, User user, String session, Instant login) {
        var rest = Duration.between(now(), end(login));
        var lifetime = rest.compareTo(settings.refreshLifetime()) < 0 ? rest : settings.refreshLifetime();
        return sign(claims(app, user, refreshAudience(app), lifetime)
                .claim(TYPE, REFRESH)
                .claim(SESSION, session)
                .claim(LOGIN, login.getEpochSecond())
                .build());
    }

    private Instant end(Instant login) {
        return login.plus(settings.sessionLifetime());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    static String refreshAudience(App app) {
        return app.key() + ".refresh";
    }

    private JWTClaimsSet.Builder claims(App app, User user, String audience, Duration lifetime) {
        var now = now();
        return new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .subject(user.id())
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .claim("upn", user.name())
                .claim("id", user.id())
                .claim("user", user.name())
                .claim("email", user.email())
                .claim("groups", user.roles().stream().sorted().toList())
                .claim("app", app.key());
    }

    private String sign(JWTClaimsSet claims) {
        var token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with the private key of hopeit.basic-auth", e);
        }
        return token.serialize();
    }

    /** A random moment before the end, so that clients that have logged in together do not come back together. */
    private long renewMillis() {
        double lifetime = settings.accessLifetime().toSeconds();
        double window = settings.renewWindow().toMillis() / 1000.0;
        double half = 0.5 * random.getAsDouble();
        return (long) (1000 * Math.max(lifetime - window * (1 + half), 0.5 * lifetime * (half + 0.5)));
    }

    /** What a refresh token says, if this application has issued it and it has not ended. */
    Optional<Refresh> verifyRefresh(App app, String text) {
        try {
            // keys that a header names are never looked at: there is one key
            var token = SignedJWT.parse(text);
            if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm()) || !token.verify(verifier)) {
                return Optional.empty();
            }
            var claims = token.getJWTClaimsSet();
            refreshClaims(app).verify(claims, null);
            return Optional.of(read(claims)).filter(refresh -> now().isBefore(end(refresh.login())));
        } catch (ParseException | JOSEException | BadJWTException e) {
            return Optional.empty();
        }
    }

    private DefaultJWTClaimsVerifier<SecurityContext> refreshClaims(App app) {
        var exactly = new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .claim(TYPE, REFRESH)
                .build();
        var claims = new DefaultJWTClaimsVerifier<SecurityContext>(refreshAudience(app), exactly, REQUIRED) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
        claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        return claims;
    }

    private static Refresh read(JWTClaimsSet claims) throws ParseException {
        var user = new User(
                claims.getSubject(),
                claims.getStringClaim("upn"),
                claims.getStringClaim("email"),
                Set.copyOf(claims.getStringListClaim("groups")));
        return new Refresh(
                claims.getJWTID(),
                claims.getStringClaim(SESSION),
                Instant.ofEpochSecond(claims.getLongClaim(LOGIN)),
                user,
                claims.getExpirationTime().toInstant());
    }
}
