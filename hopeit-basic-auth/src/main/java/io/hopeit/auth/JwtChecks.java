package io.hopeit.auth;

import io.hopeit.App;
import io.hopeit.config.Section;

/** Notes where MicroProfile JWT would refuse the tokens that are issued here, or accept those that it should not. */
final class JwtChecks {
    private JwtChecks() {}

    static void check(Section jwt, TokenSettings tokens, App app) {
        var issuer = jwt.optionalText("issuer");
        if (issuer.filter(tokens.issuer()::equals).isEmpty()) {
            jwt.problem("issuer", "has to be the issuer of the tokens. Set it to " + tokens.issuer() + ".");
        }
        var audiences = jwt.texts("audiences");
        if (!audiences.contains(app.key()) || audiences.contains(Tokens.refreshAudience(app))) {
            jwt.problem(
                    "audiences",
                    "decides that refresh tokens are no access tokens. Set it to %s.".formatted(app.key()));
        }
        if (jwt.optionalText("publickey.location").isEmpty()
                && jwt.optionalText("publickey").isEmpty()) {
            jwt.problem("publickey.location", "is not set. Put the file of hopeit.basic-auth.public-key there.");
        }
    }
}
