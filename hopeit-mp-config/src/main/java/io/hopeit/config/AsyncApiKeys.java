package io.hopeit.config;

import java.util.List;
import java.util.Optional;

/** The keys of {@link AsyncApiSettings}. */
final class AsyncApiKeys {
    private static final Key<Boolean> ENABLED =
            new Key<>("enabled", Kind.flag(), true, "whether `/asyncapi` answers with the document");
    private static final Key<Optional<String>> ROLE = Key.optional(
            "role", Kind.name(), "the role that whoever reads it needs; without one everybody may, as with `/openapi`");

    static final KeyGroup GROUP = new KeyGroup(
            "The document of streams",
            "It names streams, queues, groups and roles; never hosts, users or secrets.",
            List.of("hopeit.asyncapi"),
            List.of(ENABLED, ROLE));

    private AsyncApiKeys() {}

    static AsyncApiSettings read(Values values) {
        var asyncApi = values.section(GROUP);
        return new AsyncApiSettings(asyncApi.get(ENABLED), asyncApi.get(ROLE));
    }
}
