package io.hopeit.cdi;

import io.hopeit.App;
import io.hopeit.config.AppSettings;
import io.hopeit.config.Names;
import io.hopeit.config.Nearest;
import io.hopeit.config.SettingsReader;
import io.hopeit.spi.AppDefinition;
import io.hopeit.spi.Problems;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The applications and plugins of a deployment, as the classes of its events come to light. */
final class Apps {
    private final SettingsReader settings;
    private final Map<String, AppDefinition> apps = new LinkedHashMap<>();
    private final Map<String, App> plugins = new TreeMap<>();
    private final Map<String, Set<String>> saidVersions = new TreeMap<>();
    private final Map<Package, Home> homes = new HashMap<>();

    Apps(SettingsReader settings) {
        this.settings = settings;
        define(settings.app());
    }

    private AppDefinition define(AppSettings app) {
        var definition = new AppDefinition(new App(app.name(), app.version()), app);
        apps.put(Names.spinal(app.name()), definition);
        return definition;
    }

    /** The application that configuration names. */
    AppDefinition main() {
        return apps.values().iterator().next();
    }

    /** All, the one that configuration names first. */
    List<AppDefinition> all() {
        return List.copyOf(apps.values());
    }

    /** Where a class belongs to. A package is asked once: those that say nothing are looked for on the whole class path. */
    Home home(Class<?> type) {
        return homes.computeIfAbsent(type.getPackage(), p -> Home.of(type));
    }

    /** The application that a class of this home belongs to; for a plugin it is the plugin itself. */
    AppDefinition of(Home home) {
        return switch (home) {
            case Home.Main main -> main();
            case Home.Further further -> {
                var name = Names.spinal(further.name());
                saidVersions.computeIfAbsent(name, n -> new TreeSet<>()).add(further.version());
                var known = apps.get(name);
                yield known != null ? known : define(settings.app(further.name(), further.version()));
            }
            case Home.Plugin plugin -> {
                var own = settings.app(plugin.name(), plugin.version());
                var app = new App(own.name(), own.version());
                plugins.put(Names.spinal(app.name()), app);
                yield new AppDefinition(app, own);
            }
        };
    }

    /** The applications that use this plugin. */
    List<AppDefinition> using(App plugin) {
        return apps.values().stream()
                .filter(app -> app.settings().plugins().stream()
                        .anyMatch(name -> Names.spinal(name).equals(Names.spinal(plugin.name()))))
                .toList();
    }

    /** Notes plugins that are listed but are not there, and what packages say that is no name. */
    void check(Problems problems) {
        plugins.values().forEach(plugin -> checkName("plugin", plugin, problems));
        saidVersions.forEach((name, versions) -> {
            if (versions.size() > 1) {
                problems.addAll(List.of("the application \"%s\" has packages of several versions, %s: it has one."
                        .formatted(name, String.join(" and ", versions))));
            }
        });
        for (AppDefinition app : apps.values()) {
            checkName("application", app.app(), problems);
            app.settings().plugins().stream()
                    .filter(name -> !plugins.containsKey(Names.spinal(name)))
                    .forEach(name -> problems.addAll(
                            List.of("the application \"%s\" lists the plugin \"%s\", which is not there: add its jar.%s"
                                    .formatted(
                                            app.app().name(), name, Nearest.hint(name, plugins.keySet().stream())))));
        }
    }

    /** Configuration has checked its own; one that is missing is reported there. */
    private static void checkName(String what, App app, Problems problems) {
        Stream.of(app.name(), app.version())
                .filter(text -> !text.isEmpty() && !Names.isName(text))
                .forEach(text -> problems.addAll(List.of(
                        "the %s \"%s\": \"%s\" is neither a name nor a version; use letters and digits, joined by dots, dashes or underscores."
                                .formatted(what, app.name(), text))));
    }

    /** The plugin of a class of this home, if it is one. */
    Optional<App> plugin(Home home) {
        return home instanceof Home.Plugin plugin ? Optional.of(of(plugin).app()) : Optional.empty();
    }
}
