package io.hopeit.jaxrs;

import io.hopeit.jaxrs.ResourceClass.Argument;
import io.hopeit.jaxrs.ResourceClass.Note;
import io.hopeit.spi.Types;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes the resource class of an event, next to the event's class: a method with all that a server looks for, which does
 * nothing but {@link EventResource#call}, and one that is never called and has the constraints of the request.
 */
record ResourceGenerator(HttpEndpoint endpoint, boolean isSecured) {

    /** The name of the method that servers call. */
    private static final String HANDLER = "handle";
    /** The name of the method whose parameters have the constraints. */
    static final String CONSTRAINED = "constrained";

    /** The name of the parameter that the body is read for; a request's parameter of that name gets another. */
    static final String PAYLOAD = "<payload>";

    /** Helidon's, if it is there: it asks its providers about each request, also where none has anything to decide by. */
    private static final Optional<Class<? extends Annotation>> UNASKED = authorized();

    /** {@code isSecured} says whether the server looks into who may use a resource. */
    static Class<?> generate(HttpEndpoint endpoint, boolean isSecured) {
        return new ResourceGenerator(endpoint, isSecured).generate();
    }

    private static Optional<Class<? extends Annotation>> authorized() {
        try {
            var loader = ResourceGenerator.class.getClassLoader();
            return Optional.of(Class.forName("io.helidon.security.annotations.Authorized", false, loader)
                    .asSubclass(Annotation.class));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private Class<?> generate() {
        var handled = handled();
        var constrained = constrained();
        var name = className(handled, constrained);
        return define(name, write(name, handled, constrained));
    }

    /** A class once defined stays, so its name tells all that it depends on. */
    private String className(List<Argument> handled, List<Argument> constrained) {
        var signature = endpoint.event().id().key()
                + endpoint.trigger()
                + handled
                + constrained
                + endpoint.consumes()
                + endpoint.produces()
                + isSecured;
        return "%s_Resource_%08x".formatted(beanClass().getName(), signature.hashCode());
    }

    private byte[] write(String name, List<Argument> handled, List<Argument> constrained) {
        var type = ResourceClass.named(
                name,
                List.of(
                        Note.of(Path.class, endpoint.trigger().path()),
                        Note.of(EventRoute.class, endpoint.event().id().key()),
                        Note.of(Singleton.class)));
        type.writeCall(HANDLER, handled, methodNotes());
        type.writeEmpty(CONSTRAINED, constrained);
        return type.bytes();
    }

    /** To look first whether it is there would search the whole class path, and mostly for nothing. */
    private Class<?> define(String name, byte[] bytes) {
        try {
            return MethodHandles.privateLookupIn(beanClass(), MethodHandles.lookup())
                    .defineClass(bytes);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("open the package of " + beanClass() + " to io.hopeit", e);
        } catch (LinkageError defined) {
            return present(name, defined);
        }
    }

    /** From an earlier container in this JVM. */
    private Class<?> present(String name, LinkageError defined) {
        try {
            return Class.forName(name, false, beanClass().getClassLoader());
        } catch (ClassNotFoundException e) {
            throw defined;
        }
    }

    private Class<?> beanClass() {
        return endpoint.event().beanClass();
    }

    private List<Argument> handled() {
        var arguments = new ArrayList<Argument>();
        if (endpoint.readsBody()) {
            arguments.add(new Argument(PAYLOAD, EventPayload.class, Optional.empty(), List.of(), List.of()));
        }
        endpoint.boundParameters().stream().map(ResourceGenerator::handled).forEach(arguments::add);
        return arguments;
    }

    private static Argument handled(RequestParameter parameter) {
        return new Argument(
                javaName(parameter),
                boxed(parameter.type()),
                Optional.empty(),
                annotations(parameter.parameter(), ResourceGenerator::isForServers),
                List.of(Note.of(EventParameter.class, parameter.name())));
    }

    private List<Argument> constrained() {
        var arguments = new ArrayList<Argument>();
        endpoint.body()
                .map(body -> new Argument(
                        PAYLOAD,
                        boxed(body.getParameterizedType()),
                        Optional.of(body.getAnnotatedType()),
                        annotations(body, a -> true),
                        List.of()))
                .ifPresent(arguments::add);
        endpoint.parameters().stream().map(ResourceGenerator::constrained).forEach(arguments::add);
        return arguments;
    }

    private static Argument constrained(RequestParameter parameter) {
        return new Argument(
                javaName(parameter),
                boxed(parameter.type()),
                Optional.of(annotatedType(parameter)),
                constraints(parameter),
                List.of());
    }

    /** Those of what is in an {@code Optional} are those of the parameter, which is made without one. */
    private static List<Annotation> constraints(RequestParameter parameter) {
        var inside = parameter.isOptional() ? annotatedType(parameter).getAnnotations() : new Annotation[0];
        return Stream.concat(annotations(parameter.parameter(), a -> !isForServers(a)).stream(), Arrays.stream(inside))
                .distinct()
                .toList();
    }

    private static boolean isForServers(Annotation annotation) {
        return annotation.annotationType().getName().startsWith("jakarta.ws.rs.");
    }

    private static List<Annotation> annotations(Parameter parameter, Predicate<Annotation> which) {
        return Arrays.stream(parameter.getAnnotations()).filter(which).toList();
    }

    private static String javaName(RequestParameter parameter) {
        return parameter.name().replaceAll("[.;\\[/]", "_");
    }

    /** So that an absent one is null and not zero. */
    private static Type boxed(Type type) {
        return type instanceof Class<?> c ? Types.boxed(c) : type;
    }

    /** That of {@link RequestParameter#type()}. */
    private static AnnotatedType annotatedType(RequestParameter parameter) {
        var type = parameter.parameter().getAnnotatedType();
        return parameter.isOptional() && type instanceof AnnotatedParameterizedType optional
                ? optional.getAnnotatedActualTypeArguments()[0]
                : type;
    }

    private static Note media(Class<? extends Annotation> type, MediaType... media) {
        return Note.of(
                type, Stream.of(media).map(MediaType::toString).distinct().toArray(String[]::new));
    }

    private List<Note> methodNotes() {
        var notes = new ArrayList<Note>();
        notes.add(Note.of(
                switch (endpoint.trigger().method()) {
                    case GET -> GET.class;
                    case POST -> POST.class;
                    case PUT -> PUT.class;
                    case PATCH -> PATCH.class;
                    case DELETE -> DELETE.class;
                }));
        notes.add(media(Produces.class, endpoint.produces(), MediaType.APPLICATION_JSON_TYPE));
        if (endpoint.readsBody()) {
            notes.add(media(Consumes.class, endpoint.consumes()));
        }
        // who may use it is checked here, alike on every server
        if (isSecured) {
            notes.add(Note.of(PermitAll.class));
        } else {
            UNASKED.ifPresent(asked -> notes.add(Note.of(asked, false)));
        }
        return notes;
    }
}
