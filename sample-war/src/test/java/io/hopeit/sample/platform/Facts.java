package io.hopeit.sample.platform;

import io.hopeit.DataObject;
import java.util.List;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * What a step finds around itself.
 *
 * @param loader the context class loader finds the application's classes, as the application does
 * @param application its name in JNDI; empty without JNDI
 * @param executor the class of the server's executor in JNDI; empty without JNDI
 * @param attempts how often the step was tried
 * @param scopes the request scope that each step was in
 */
@DataObject
public record Facts(boolean loader, String application, String executor, int attempts, List<String> scopes) {
    static Facts here(int attempts) {
        return new Facts(
                isLoaded(),
                named("java:app/AppName").map(Object::toString).orElse(""),
                named("java:comp/DefaultManagedExecutorService")
                        .map(found -> found.getClass().getName())
                        .orElse(""),
                attempts,
                List.of());
    }

    Facts in(String... scopes) {
        return new Facts(loader, application, executor, attempts, List.of(scopes));
    }

    private static boolean isLoaded() {
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            return Class.forName(Facts.class.getName(), false, loader) == Facts.class;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Optional<Object> named(String name) {
        try {
            return Optional.of(new InitialContext().lookup(name));
        } catch (NamingException e) {
            return Optional.empty();
        }
    }
}
