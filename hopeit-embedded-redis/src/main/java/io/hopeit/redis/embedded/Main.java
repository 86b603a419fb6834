package io.hopeit.redis.embedded;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/**
 * Runs an application with a Redis: {@code java ... io.hopeit.redis.embedded.Main <main class> [arguments]}.
 *
 * <p>If neither the system property {@value #URI_PROPERTY} nor the environment variable {@value #URI_VARIABLE} names
 * one, starts an {@link EmbeddedRedis} that stops with the application and sets the property to its URI. Prints one
 * line to standard output that says which Redis it is, then calls the {@code main} method of the class. Ends with exit
 * code 2 and one line on standard error if there is no such class or method.
 *
 * {@snippet lang="shell" :
 * java -cp "target/classes:libs/*" io.hopeit.redis.embedded.Main io.helidon.microprofile.cdi.Main
 * }
 */
public final class Main {
    private static final String URI_PROPERTY = "hopeit.redis.uri";
    private static final String URI_VARIABLE = "HOPEIT_REDIS_URI";

    private Main() {}

    /**
     * Calls {@code main} of the class named by the first argument with the other arguments.
     *
     * @throws IllegalStateException if an embedded Redis is needed and cannot be started
     * @throws Throwable what the application throws
     */
    public static void main(String[] args) throws Throwable {
        Method application;
        try {
            application = mainOf(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.out.println("Redis: " + provideRedis());
        try {
            application.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static Method mainOf(String[] args) {
        if (args.length == 0) {
            throw new IllegalArgumentException(
                    "No main class: start with java ... %s <main class> [arguments]".formatted(Main.class.getName()));
        }
        try {
            Class<?> type = Class.forName(args[0], false, Main.class.getClassLoader());
            Method main = type.getMethod("main", String[].class);
            if (Modifier.isStatic(main.getModifiers())) {
                main.setAccessible(true);
                return main;
            }
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalArgumentException(
                    "Main class %s cannot be loaded: check its name and the class path (%s)".formatted(args[0], e), e);
        } catch (NoSuchMethodException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "%s has no public static void main(String[]): name a class that has one".formatted(args[0]));
    }

    private static String provideRedis() {
        String property = System.getProperty(URI_PROPERTY, "");
        if (!property.isBlank()) {
            return "%s (%s)".formatted(withoutPassword(property), URI_PROPERTY);
        }
        String variable = System.getenv(URI_VARIABLE);
        if (variable != null && !variable.isBlank()) {
            return "%s (%s)".formatted(withoutPassword(variable), URI_VARIABLE);
        }
        EmbeddedRedis redis = EmbeddedRedis.start();
        System.setProperty(URI_PROPERTY, redis.uri());
        EmbeddedRedis.URI_ONLY.forEach(System::setProperty);
        return "embedded %s at %s (stops with the application)".formatted(redis.name(), redis.uri());
    }

    /** Replaces all between the user, if there is one, and the last {@code @} by {@code ***}. */
    static String withoutPassword(String uri) {
        return uri.replaceFirst("^([^:/]*://)?([^:@/]*:)?.*@", "$1$2***@");
    }
}
