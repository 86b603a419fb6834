package io.hopeit.jaxrs;

import io.hopeit.App;
import io.hopeit.config.AuthMethod;
import io.hopeit.spi.Access;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/** A request whose sender may not do what it asks for: 401 when they have not proved who they are, else 403. */
final class AccessException extends WebApplicationException {
    private static final long serialVersionUID = 1;

    private final String msg;

    AccessException(int status, App app, Access access, RequestAccess.Credentials credentials) {
        super(
                status == 401 ? "the request does not prove who sends it" : who(access),
                response(status, app, access, credentials));
        // as hopeit does: the way that was tried
        this.msg =
                status == 401 ? credentials.scheme().map(AccessException::title).orElse("Unsecured") : "Forbidden";
    }

    private static String who(Access access) {
        var roles = access.roles().orElse(List.of());
        return roles.isEmpty() ? "this is open to nobody" : "this is for the role " + String.join(" or ", roles);
    }

    private static Response response(int status, App app, Access access, RequestAccess.Credentials credentials) {
        var response = Response.status(status);
        if (status == 401) {
            access.methods().stream()
                    .filter(method -> method != AuthMethod.UNSECURED)
                    .map(method -> challenge(method, app, credentials))
                    .forEach(challenge -> response.header(HttpHeaders.WWW_AUTHENTICATE, challenge));
        }
        return response.build();
    }

    private static String challenge(AuthMethod method, App app, RequestAccess.Credentials credentials) {
        var challenge = "%s realm=\"%s\"".formatted(title(method.wireName()), app.key());
        return switch (method) {
            case BASIC -> challenge + ", charset=\"UTF-8\"";
            case BEARER -> challenge + (credentials.header("Bearer").isPresent() ? ", error=\"invalid_token\"" : "");
            case REFRESH, UNSECURED -> challenge;
        };
    }

    private static String title(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    /** hopeit's word for it. */
    String msg() {
        return msg;
    }
}
