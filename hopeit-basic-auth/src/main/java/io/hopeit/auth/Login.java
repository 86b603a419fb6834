package io.hopeit.auth;

import io.hopeit.Auth;
import io.hopeit.EventContext;
import io.hopeit.GetEvent;
import io.hopeit.OnApp;
import io.hopeit.Postprocess;
import io.hopeit.config.AuthMethod;
import io.hopeit.jaxrs.HttpRequest;
import io.hopeit.jaxrs.HttpResponse;
import jakarta.inject.Inject;

/** Begins a session of somebody who has proved by a password who they are. */
@GetEvent(
        value = "login",
        summary = "Basic Auth: Login",
        description = "Begins a session: gives an access token, and sets the cookie with the refresh token.")
@OnApp
@Auth(AuthMethod.BASIC)
class Login {
    @Inject
    Sessions sessions;

    AuthInfo login(EventContext context) {
        return sessions.accessToken(context);
    }

    @Postprocess
    AuthInfo respond(AuthInfo result, HttpRequest request, HttpResponse response, EventContext context) {
        sessions.begin(context, request, response);
        return result;
    }
}
