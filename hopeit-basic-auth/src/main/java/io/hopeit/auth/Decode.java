package io.hopeit.auth;

import io.hopeit.Auth;
import io.hopeit.EventContext;
import io.hopeit.GetEvent;
import io.hopeit.Postprocess;
import io.hopeit.config.AuthMethod;
import io.hopeit.jaxrs.HttpResponse;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Tells who a token is of. */
@GetEvent(
        value = "decode",
        summary = "Basic Auth: Decode",
        description = "Tells what an access token says about a user.")
@Auth(AuthMethod.BEARER)
class Decode {
    ContextUserInfo decode(EventContext context) {
        var identity = context.identity();
        return new ContextUserInfo(
                text(identity.claims().getOrDefault("id", identity.claims().get("sub"))),
                identity.name(),
                text(identity.claims().get("email")));
    }

    /** Tokens of others may say less. */
    private static String text(@Nullable Object claim) {
        return claim == null ? "" : claim.toString();
    }

    @Postprocess
    ContextUserInfo respond(ContextUserInfo result, HttpResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, Sessions.NO_STORE);
        return result;
    }
}
