package io.hopeit.auth;

import io.hopeit.App;
import io.hopeit.config.Key;
import io.hopeit.config.Kind;
import io.hopeit.config.Section;
import java.util.List;
import java.util.Optional;

/** Notes where MicroProfile JWT would refuse the tokens that are issued here, or accept those that it should not. */
final class JwtChecks {
    /** What MicroProfile says is under it. */
    static final String PREFIX = "mp.jwt.verify";

    private static final Key<Optional<String>> ISSUER = Key.optional("issuer", Kind.text(), "");
    private static final Key<List<String>> AUDIENCES = new Key<>("audiences", Kind.texts(), List.of(), "");
    private static final Key<Optional<String>> KEY = Key.optional("publickey", Kind.text(), "");
    private static final Key<Optional<String>> KEY_LOCATION = Key.optional("publickey.location", Kind.text(), "");

    private JwtChecks() {}

    /** {@code apps} are those that tokens are issued for. */
    static void check(Section jwt, TokenSettings tokens, List<App> apps) {
        if (jwt.get(ISSUER).filter(tokens.issuer()::equals).isEmpty()) {
            jwt.problem(ISSUER, "has to be the issuer of the tokens. Set it to " + tokens.issuer() + ".");
        }
        var wanted = apps.stream().map(App::key).toList();
        var audiences = jwt.get(AUDIENCES);
        if (!audiences.containsAll(wanted)
                || apps.stream().map(Tokens::refreshAudience).anyMatch(audiences::contains)) {
            jwt.problem(
                    AUDIENCES,
                    "decides that refresh tokens are no access tokens. Set it to %s."
                            .formatted(String.join(",", wanted)));
        }
        if (jwt.get(KEY_LOCATION).isEmpty() && jwt.get(KEY).isEmpty()) {
            jwt.problem(KEY_LOCATION, "is not set. Put the file of hopeit.basic-auth.public-key there.");
        }
    }
}
