package io.hopeit.auth;

import io.hopeit.App;
import io.hopeit.EventContext;
import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import io.hopeit.jaxrs.HttpRequest;
import io.hopeit.jaxrs.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions begin with a password, go on from one refresh token to the next, and end. What is known of one is in its
 * token, and its claims are in the identity of a request that has sent it. Thread-safe.
 */
@ApplicationScoped
class Sessions {
    static final String NO_STORE = "no-store";

    private static final String TOKEN = "jti";
    private static final String EXPIRY = "exp";

    @Inject
    Users users;

    @Inject
    Tokens tokens;

    @Inject
    RefreshCookie cookie;

    @Inject
    Revocations revocations;

    private final LargeCookies largeCookies = new LargeCookies();

    /**
     * Who has the first of these refresh tokens that counts, as they are now; nobody when none does. A browser sends
     * several when it has cookies of one name for this host and for a domain, and one of them is an old one.
     *
     * @throws io.hopeit.spi.FactsUnavailableException when nobody knows whether one counts
     */
    Optional<Identity> find(App app, List<String> sent) {
        var verified = sent.stream()
                .flatMap(token -> tokens.verifyRefresh(app, token).stream())
                .toList();
        var found = verified.stream()
                .filter(this::counts)
                .flatMap(refresh -> identity(refresh).stream())
                .findFirst();
        if (found.isEmpty()) {
            verified.forEach(this::endWhenReused);
        }
        return found;
    }

    private Optional<Identity> identity(Tokens.Refresh refresh) {
        return users.renew(refresh.user()).map(user -> Accounts.identity(AuthMethod.REFRESH, user, claims(refresh)));
    }

    private static Map<String, Object> claims(Tokens.Refresh refresh) {
        return Map.of(
                TOKEN,
                refresh.id(),
                Tokens.SESSION,
                refresh.session(),
                Tokens.LOGIN,
                refresh.login().getEpochSecond(),
                EXPIRY,
                refresh.expiry().getEpochSecond());
    }

    private boolean counts(Tokens.Refresh refresh) {
        return !revocations.isRevoked(refresh.session()) && !revocations.isReplaced(refresh.id());
    }

    /** A token that was replaced long ago is in wrong hands, or its successor is: both end. */
    private void endWhenReused(Tokens.Refresh refresh) {
        if (!revocations.isRevoked(refresh.session()) && revocations.isReplaced(refresh.id())) {
            end(refresh.session());
        }
    }

    /** For who sends the request. */
    AuthInfo accessToken(EventContext context) {
        var access = tokens.access(context.app(), Accounts.user(context.identity()));
        return new AuthInfo(access.text(), "BEARER", access.renew());
    }

    /** A new one. */
    void begin(EventContext context, HttpRequest request, HttpResponse response) {
        var token = tokens.refresh(context.app(), Accounts.user(context.identity()));
        respond(context, request, token, response);
    }

    /** With another token, instead of the one that the request has sent. */
    void goOn(EventContext context, HttpRequest request, HttpResponse response) {
        var sender = context.identity();
        long expiry = Long.parseLong(Accounts.claim(sender, EXPIRY));
        revocations.replace(Accounts.claim(sender, TOKEN), Instant.ofEpochSecond(expiry));
        var session = Accounts.claim(sender, Tokens.SESSION);
        var login = Instant.ofEpochSecond(Long.parseLong(Accounts.claim(sender, Tokens.LOGIN)));
        var token = tokens.refresh(context.app(), Accounts.user(sender), session, login);
        respond(context, request, token, response);
    }

    private void respond(EventContext context, HttpRequest request, String token, HttpResponse response) {
        var set = cookie.with(context.app(), request.basePath(), token);
        largeCookies.check(context.identity().name(), set);
        response.addCookie(set);
        cookie.former(context.app(), request.basePath()).ifPresent(response::addCookie);
        response.setHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }

    /** That of who sends the request: no token of it counts any more. */
    void end(EventContext context) {
        end(Accounts.claim(context.identity(), Tokens.SESSION));
    }

    private void end(String session) {
        // another of its tokens may be younger than the one that was sent
        revocations.revoke(session, Instant.now().plus(cookie.lifetime()));
    }

    /** Makes the client do so. */
    void forget(EventContext context, HttpRequest request, HttpResponse response) {
        cookie.deletions(context.app(), request.basePath()).forEach(response::addCookie);
        response.setHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }
}
