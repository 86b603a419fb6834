package io.hopeit.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How one name is spelled in each place: {@code save_something} in keys, groups and metrics, {@code save-something} in
 * routes and header names. The rules are those of hopeit.engine, so that routes and stream keys are the same.
 *
 * {@snippet :
 * Names.snake("SaveSomething"); // save_something
 * Names.spinal("SaveSomething"); // save-something
 * Names.key("simple-example", "1.0"); // simple_example.1x0
 * Names.path("api", "simple-example", "1.0"); // /api/simple-example/1x0
 * }
 */
public final class Names {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*");
    private static final Pattern STREAM_KEY = Pattern.compile("[A-Za-z0-9._:{}@-]{1,200}");

    private Names() {}

    /** Letters and digits, in parts joined by single dots, dashes or underscores. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** A name that is safe as a Redis key: at most 200 letters, digits and {@code . _ : { } @ -}. */
    public static boolean isStreamKey(String text) {
        return STREAM_KEY.matcher(text).matches();
    }

    /** {@code SaveSomething}, {@code save-something} and {@code save_something} all become {@code save_something}. */
    public static String snake(String name) {
        if (isSnake(name)) {
            return name;
        }
        var out = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && !out.isEmpty() && isWordCharacter(out.charAt(out.length() - 1))) {
                out.append('_');
            }
            out.append(c == '-' ? '_' : c);
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    /** Most names are asked for again and again. */
    private static boolean isSnake(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c > 'z' || c == '-' || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordCharacter(char c) {
        return c != '_' && c != '.';
    }

    /** {@link #snake} with dashes: how a name is written in a route or a configuration key. */
    public static String spinal(String name) {
        return snake(name).replace('_', '-');
    }

    /** The parts joined by dots, each in snake case; a dot inside a part becomes {@code x}: {@code app.1x0}. */
    public static String key(String... parts) {
        var key = new StringBuilder();
        for (String part : parts) {
            key.append(key.isEmpty() ? "" : ".").append(snake(part).replace('.', 'x'));
        }
        return key.toString();
    }

    /** The parts joined by slashes, each in spinal case; a dot inside a part becomes {@code x}: {@code /app/1x0}. */
    public static String path(String... parts) {
        return Arrays.stream(parts).map(p -> "/" + spinal(p).replace('.', 'x')).collect(Collectors.joining());
    }
}
