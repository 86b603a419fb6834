package io.hopeit.config;

import java.util.List;

/**
 * What configuration says about one application: {@code hopeit.app.*}, or {@code hopeit.apps.<name>.*} for each further
 * one in the same deployment.
 *
 * {@snippet lang="properties" :
 * hopeit.app.name=shop
 * hopeit.app.version=1.0
 * hopeit.app.auth=bearer
 * }
 *
 * @param name the application's name, {@code hopeit.app.name}; required
 * @param version its version; key {@code version}, default {@code 1.0}
 * @param plugins names of plugins whose events for applications it takes; key {@code plugins}, default none
 * @param auth how requests prove who sends them where the event does not say; key {@code auth}, default none said
 * @param corsOrigins origins whose pages may call it from a browser, or {@code *} for any without credentials; key
 *     {@code cors-origins}, default none
 */
public record AppSettings(
        String name, String version, List<String> plugins, List<AuthMethod> auth, List<String> corsOrigins) {
    public AppSettings {
        plugins = List.copyOf(plugins);
        auth = List.copyOf(auth);
        corsOrigins = List.copyOf(corsOrigins);
    }
}
