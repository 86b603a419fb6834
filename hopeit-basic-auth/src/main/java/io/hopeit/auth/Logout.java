package io.hopeit.auth;

import io.hopeit.Auth;
import io.hopeit.EventContext;
import io.hopeit.GetEvent;
import io.hopeit.OnApp;
import io.hopeit.Postprocess;
import io.hopeit.Preprocess;
import io.hopeit.config.AuthMethod;
import io.hopeit.jaxrs.HttpRequest;
import io.hopeit.jaxrs.HttpResponse;
import jakarta.inject.Inject;

/** Ends a session. */
@GetEvent(
        value = "logout",
        summary = "Basic Auth: Logout",
        description =
                "Ends a session: none of its refresh tokens counts any more, and the cookie is deleted. Access tokens "
                        + "count until they end.")
@OnApp
@Auth(AuthMethod.REFRESH)
class Logout {
    @Inject
    Sessions sessions;

    @Inject
    OtherSites otherSites;

    @Preprocess
    void check(HttpRequest request, EventContext context) {
        otherSites.refuse(request, context);
    }

    String logout(EventContext context) {
        sessions.end(context);
        return "Logged out.";
    }

    @Postprocess
    String respond(String result, HttpRequest request, HttpResponse response, EventContext context) {
        sessions.forget(context, request, response);
        return result;
    }
}
