package io.hopeit.cdi;

import io.hopeit.AppPackage;
import io.hopeit.PluginPackage;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a class belongs: to the application that configuration names, to another one, or to a plugin. */
sealed interface Home {
    /** The application that configuration names. */
    record Main() implements Home {}

    /** An application whose package says its name. */
    record Further(String name, String version) implements Home {}

    /** A plugin. */
    record Plugin(String name, String version) implements Home {}

    static Home of(Class<?> type) {
        return packages(type.getPackageName())
                .map(name -> packageInfo(name, type.getClassLoader()))
                .flatMap(Optional::stream)
                .flatMap(info -> Stream.of(info.getAnnotations()))
                .flatMap(annotation -> of(annotation).stream())
                .findFirst()
                .orElseGet(Main::new);
    }

    private static Optional<Home> of(Annotation annotation) {
        return switch (annotation) {
            case AppPackage app -> Optional.of(new Further(app.name(), app.version()));
            case PluginPackage plugin -> Optional.of(new Plugin(plugin.name(), plugin.version()));
            default -> Optional.empty();
        };
    }

    /** The package and those above it, nearest first. */
    private static Stream<String> packages(String name) {
        return Stream.iterate(name, n -> !n.isEmpty(), n -> n.substring(0, Math.max(0, n.lastIndexOf('.'))));
    }

    private static Optional<Class<?>> packageInfo(String name, ClassLoader loader) {
        try {
            return Optional.of(Class.forName(name + ".package-info", false, loader));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
