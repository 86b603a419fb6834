package io.hopeit.config;

import java.util.List;

/** The keys of {@link DeploymentSettings}. */
final class DeploymentKeys {
    private static final Key<List<String>> TRACK_HEADERS = new Key<>(
            "track-headers",
            Kind.names(),
            List.of(),
            "further ids that travel with a request: `caller` is `X-Track-Caller`");
    private static final Key<List<String>> ENABLED_GROUPS = new Key<>(
            "enabled-groups", Kind.names(), List.of(), "groups of events that are on beside `DEFAULT`; none is all");
    private static final Key<Boolean> DENY_BY_DEFAULT = new Key<>(
            "security.deny-by-default",
            Kind.flag(),
            false,
            "whether an event is closed to all for which nobody says how requests prove who sends them");
    private static final Key<String> MANAGEMENT_ROLE =
            new Key<>("management.role", Kind.name(), "hopeit-admin", "the role that may start and stop events");
    private static final Key<List<String>> APP_CONFIG = new Key<>(
            AppConfigSource.FILES,
            Kind.texts(),
            List.of(),
            "files with a configuration of hopeit.engine, in place of those on the class path; "
                    + "only as a system property or environment variable");

    static final KeyGroup GROUP = new KeyGroup(
            "All applications of a deployment",
            "",
            List.of("hopeit"),
            List.of(TRACK_HEADERS, ENABLED_GROUPS, DENY_BY_DEFAULT, MANAGEMENT_ROLE, APP_CONFIG));

    private DeploymentKeys() {}

    static DeploymentSettings read(Values values) {
        var all = values.section(GROUP);
        return new DeploymentSettings(
                all.get(TRACK_HEADERS), all.get(ENABLED_GROUPS), all.get(DENY_BY_DEFAULT), all.get(MANAGEMENT_ROLE));
    }

    /** Other sources are too late: the files become one themselves. */
    static void checkAppConfig(Values values) {
        var all = values.section(GROUP);
        if (all.has(APP_CONFIG) && AppConfigFiles.named().isEmpty()) {
            all.problem(
                    APP_CONFIG,
                    "is read before configuration is there; set it as a system property, or as HOPEIT_APP_CONFIG.");
        }
    }
}
