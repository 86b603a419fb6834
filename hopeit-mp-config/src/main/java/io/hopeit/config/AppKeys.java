package io.hopeit.config;

import java.util.List;

/** The keys of {@link AppSettings}. */
final class AppKeys {
    private static final Key<String> NAME =
            new Key<>("name", Kind.name(), "", "required: the application's name, in routes, streams and groups");
    private static final Key<String> VERSION =
            new Key<>("version", Kind.name(), "1.0", "its version; `1.0` reads `1x0` in routes and keys");
    private static final Key<List<String>> PLUGINS =
            new Key<>("plugins", Kind.names(), List.of(), "plugins whose events for applications it takes");
    private static final Key<List<AuthMethod>> AUTH = new Key<>(
            "auth",
            Kind.choices(AuthMethod.class),
            List.of(),
            "how requests prove who sends them, for events that do not say");
    private static final Key<List<String>> CORS_ORIGINS = new Key<>(
            "cors-origins",
            Kind.origins(),
            List.of(),
            "origins whose pages may call it from a browser; `*` is any, without credentials");

    static final KeyGroup OWN =
            new KeyGroup("Application", "", List.of("hopeit.app"), List.of(NAME, VERSION, PLUGINS, AUTH, CORS_ORIGINS));
    static final KeyGroup FURTHER = new KeyGroup(
            "Further applications",
            "Of another application in the same deployment, whose package says its name and version. "
                    + "Of several files of hopeit.engine's configuration, those before the last are about such applications.",
            List.of("hopeit.apps.<app>"),
            List.of(VERSION, PLUGINS, AUTH, CORS_ORIGINS));

    private AppKeys() {}

    static AppSettings readOwn(Values values) {
        var app = values.section(OWN);
        if (!app.has(NAME)) {
            values.problem("hopeit.app.name is not set. Put hopeit.app.name=my-app in "
                    + "META-INF/microprofile-config.properties.");
        }
        return read(app, app.get(NAME), VERSION.otherwise());
    }

    static AppSettings readFurther(Values values, String name, String version) {
        return read(values.section(FURTHER, name), name, version);
    }

    private static AppSettings read(Section app, String name, String version) {
        return new AppSettings(name, app.get(VERSION, version), app.get(PLUGINS), app.get(AUTH), app.get(CORS_ORIGINS));
    }
}
