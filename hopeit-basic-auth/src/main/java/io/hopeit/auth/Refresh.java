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

/** Goes on with a session. */
@GetEvent(
        value = "refresh",
        summary = "Basic Auth: Refresh",
        description =
                "Goes on with a session, without a password: gives another access token, and replaces the refresh "
                        + "token in the cookie.")
@OnApp
@Auth(AuthMethod.REFRESH)
class Refresh {
    @Inject
    Sessions sessions;

    @Inject
    OtherSites otherSites;

    @Preprocess
    void check(HttpRequest request, EventContext context) {
        otherSites.refuse(request, context);
    }

    AuthInfo refresh(EventContext context) {
        return sessions.accessToken(context);
    }

    @Postprocess
    AuthInfo respond(AuthInfo result, HttpRequest request, HttpResponse response, EventContext context) {
        sessions.goOn(context, request, response);
        return result;
    }
}
