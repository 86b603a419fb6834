package io.hopeit.config;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces <code>${NAME}</code> in the text of a file, before it is read as JSON. The name is looked up in capitals in the
 * environment, then as it is in the system properties.
 */
record Variables(Lookup environment) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^{}]*)}");
    private static final Pattern LINE = Pattern.compile("\\R");

    /** What hopeit.engine sets itself: the release that this library is compatible with. The environment wins. */
    private static final Map<String, String> BUILT_IN = Map.of(
            "HOPEIT_ENGINE_VERSION", "0.30.1",
            "HOPEIT_APPS_API_VERSION", "0.30",
            "HOPEIT_APPS_ROUTE_VERSION", "0x30");

    /** Where values come from. */
    @FunctionalInterface
    interface Lookup {
        @Nullable
        String get(String name);
    }

    static Variables ofProcess() {
        return new Variables(System::getenv);
    }

    String replace(String file, String text, AppConfig into) {
        return VARIABLE.matcher(text).replaceAll(match -> {
            var name = upper(match.group(1));
            into.uses(name);
            var value = find(match.group(1));
            if (value == null) {
                int line = LINE.split(text.substring(0, match.start()), -1).length;
                into.problem(
                        file, "line %d: the environment variable %s is not set. Set it; it may be empty.", line, name);
                return "";
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private @Nullable String find(String name) {
        var set = environment.get(upper(name));
        if (set != null) {
            return set;
        }
        var property = name.isEmpty() ? null : System.getProperty(name);
        return property != null ? property : BUILT_IN.get(upper(name));
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
