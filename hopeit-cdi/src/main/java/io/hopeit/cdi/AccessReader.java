package io.hopeit.cdi;

import io.hopeit.Auth;
import io.hopeit.config.AuthMethod;
import io.hopeit.config.EventSettings;
import io.hopeit.spi.Access;
import io.hopeit.spi.AppDefinition;
import io.hopeit.spi.Problems;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may use an event, by what is nearest to it: its configuration, its annotations, its application.
 *
 * @param main the application that configuration names, whose word holds for plugins that say nothing
 * @param denyByDefault whether an event that nobody has said anything about is closed
 */
record AccessReader(AppDefinition main, boolean denyByDefault) {
    private static final List<Class<? extends Annotation>> OF_CLASSES =
            List.of(RolesAllowed.class, DenyAll.class, PermitAll.class);

    /** Notes methods that seem to be closed, or open, by themselves: who may use an event is decided before any runs. */
    static void check(AnnotatedType<?> type, Problems problems) {
        checkSuperclasses(type.getJavaClass(), problems);
        for (AnnotatedMethod<?> method : type.getMethods()) {
            OF_CLASSES.stream()
                    .filter(method::isAnnotationPresent)
                    .forEach(annotation -> problems.addSignature(
                            method.getJavaMember(),
                            "has @%s, which does nothing there: put it on the class of the event.",
                            annotation.getSimpleName()));
        }
    }

    /** What a superclass says is not inherited, so it would be open to all where it seems to be closed. */
    private static void checkSuperclasses(Class<?> type, Problems problems) {
        for (Class<?> c = type.getSuperclass(); c != null && c != Object.class; c = c.getSuperclass()) {
            var above = c;
            Stream.concat(OF_CLASSES.stream(), Stream.of(Auth.class))
                    .filter(above::isAnnotationPresent)
                    .filter(annotation -> !type.isAnnotationPresent(annotation))
                    .forEach(annotation -> problems.add(
                            type,
                            "does not inherit @%s of %s: say here who may use it.",
                            annotation.getSimpleName(),
                            above.getSimpleName()));
        }
    }

    /** For events that no request reaches: there is nobody to keep out of those that nobody has said anything about. */
    AccessReader openByDefault() {
        return new AccessReader(main, false);
    }

    Access read(AnnotatedType<?> type, EventSettings settings, AppDefinition app) {
        var roles = roles(type);
        var said = methods(type, settings, app);
        if (said.isPresent()) {
            return new Access(said.get(), roles);
        }
        if (roles.isPresent()) {
            return new Access(List.of(AuthMethod.BEARER), roles);
        }
        return denyByDefault && !type.isAnnotationPresent(PermitAll.class) ? Access.CLOSED : Access.OPEN;
    }

    private Optional<List<AuthMethod>> methods(AnnotatedType<?> type, EventSettings settings, AppDefinition app) {
        var annotated = type.getAnnotation(Auth.class);
        var byAnnotation = annotated == null ? List.<AuthMethod>of() : List.of(annotated.value());
        var byClass = byAnnotation.isEmpty() && type.isAnnotationPresent(PermitAll.class)
                ? List.of(AuthMethod.UNSECURED)
                : byAnnotation;
        return Stream.of(
                        settings.overrides().auth(),
                        byClass,
                        app.settings().auth(),
                        main.settings().auth())
                .filter(methods -> !methods.isEmpty())
                .findFirst();
    }

    private static Optional<List<String>> roles(AnnotatedType<?> type) {
        if (type.isAnnotationPresent(DenyAll.class)) {
            return Optional.of(List.of());
        }
        return Optional.ofNullable(type.getAnnotation(RolesAllowed.class)).map(allowed -> List.of(allowed.value()));
    }
}
