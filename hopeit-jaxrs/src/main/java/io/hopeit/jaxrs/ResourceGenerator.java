package io.hopeit.jaxrs;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDescription.Generic;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.DynamicType.Builder.MethodDefinition.ParameterDefinition;
import net.bytebuddy.dynamic.DynamicType.Builder.MethodDefinition.ParameterDefinition.Initial;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.MethodCall;
import net.bytebuddy.implementation.StubMethod;
import org.jspecify.annotations.Nullable;

/**
 * Writes the resource class of an event, next to the event's class: a method with all that a server looks for, which
 * does nothing but {@link EventResource#call}, and one that is never called and has the constraints of the request.
 */
record ResourceGenerator(HttpEndpoint endpoint) {

    /** The name of the method that servers call. */
    private static final String HANDLER = "handle";
    /** The name of the method whose parameters have the constraints. */
    static final String CONSTRAINED = "constrained";

    /** The name of the parameter that the body is read for; a request's parameter of that name gets another. */
    static final String PAYLOAD = "<payload>";

    /** One parameter of the method. */
    private record Argument(String name, Generic type, List<AnnotationDescription> annotations) {}

    static Class<?> generate(HttpEndpoint endpoint) {
        return new ResourceGenerator(endpoint).generate();
    }

    private Class<?> generate() {
        var name = className();
        var present = find(name);
        return present != null ? present : define(name);
    }

    /** A class once defined stays, so its name tells all that it depends on. */
    private String className() {
        var signature = endpoint.event().id().key()
                + endpoint.trigger()
                + handled()
                + constrained()
                + endpoint.consumes()
                + endpoint.produces();
        return "%s_Resource_%08x".formatted(beanClass().getName(), signature.hashCode());
    }

    private @Nullable Class<?> find(String name) {
        try {
            return Class.forName(name, false, beanClass().getClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private Class<?> define(String name) {
        try {
            var lookup = MethodHandles.privateLookupIn(beanClass(), MethodHandles.lookup());
            var type = new ByteBuddy(ClassFileVersion.JAVA_V21)
                    .subclass(EventResource.class)
                    .name(name)
                    .annotateType(
                            annotation(Path.class, endpoint.trigger().path()),
                            annotation(EventRoute.class, endpoint.event().id().key()),
                            annotation(Singleton.class));
            return withConstraints(withHandler(type))
                    .make()
                    .load(beanClass().getClassLoader(), ClassLoadingStrategy.UsingLookup.of(lookup))
                    .getLoaded();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("open the package of " + beanClass() + " to io.hopeit", e);
        }
    }

    private Class<?> beanClass() {
        return endpoint.event().beanClass();
    }

    private DynamicType.Builder<EventResource> withHandler(DynamicType.Builder<EventResource> type) {
        return withParameters(type.defineMethod(HANDLER, Response.class, Visibility.PUBLIC), handled())
                .intercept(MethodCall.invoke(EventResource.CALL)
                        .with(endpoint.event().id().key())
                        .withArgumentArray())
                .annotateMethod(methodAnnotations());
    }

    private DynamicType.Builder<EventResource> withConstraints(DynamicType.Builder<EventResource> type) {
        return withParameters(type.defineMethod(CONSTRAINED, void.class, Visibility.PUBLIC), constrained())
                .intercept(StubMethod.INSTANCE);
    }

    private static ParameterDefinition<EventResource> withParameters(
            Initial<EventResource> method, List<Argument> arguments) {
        ParameterDefinition<EventResource> definition = method;
        for (Argument argument : arguments) {
            definition = definition
                    .withParameter(argument.type(), argument.name())
                    .annotateParameter(argument.annotations());
        }
        return definition;
    }

    private List<Argument> handled() {
        var arguments = new ArrayList<Argument>();
        if (endpoint.readsBody()) {
            var body = annotation(EventBody.class, endpoint.event().id().key());
            arguments.add(new Argument(PAYLOAD, generic(EventPayload.class), List.of(body)));
        }
        endpoint.boundParameters().stream().map(ResourceGenerator::handled).forEach(arguments::add);
        Exchange.TYPES.forEach(type -> arguments.add(
                new Argument("<" + type.getSimpleName() + ">", generic(type), List.of(annotation(Context.class)))));
        return arguments;
    }

    private static Argument handled(RequestParameter parameter) {
        var annotations = annotations(parameter.parameter(), ResourceGenerator::isForServers);
        annotations.add(annotation(EventParameter.class, parameter.name()));
        return new Argument(javaName(parameter), type(parameter), annotations);
    }

    private List<Argument> constrained() {
        var arguments = new ArrayList<Argument>();
        endpoint.body()
                .map(body -> new Argument(PAYLOAD, type(body), annotations(body, a -> true)))
                .ifPresent(arguments::add);
        endpoint.parameters().stream()
                .map(parameter -> new Argument(
                        javaName(parameter),
                        type(parameter),
                        annotations(parameter.parameter(), a -> !isForServers(a))))
                .forEach(arguments::add);
        return arguments;
    }

    private static boolean isForServers(Annotation annotation) {
        return annotation.annotationType().getName().startsWith("jakarta.ws.rs.");
    }

    private static List<AnnotationDescription> annotations(Parameter parameter, Predicate<Annotation> which) {
        return Arrays.stream(parameter.getAnnotations())
                .filter(which)
                .map(AnnotationDescription.ForLoadedAnnotation::of)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String javaName(RequestParameter parameter) {
        return parameter.name().replaceAll("[.;\\[/]", "_");
    }

    private static Generic generic(Class<?> type) {
        return Generic.OfNonGenericType.ForLoadedType.of(type);
    }

    /** Boxed, so that an absent one is null and not zero. */
    private static Generic type(RequestParameter parameter) {
        var declared = type(parameter.parameter());
        var type = parameter.isOptional() ? declared.getTypeArguments().getOnly() : declared;
        return type.isPrimitive() ? type.asErasure().asBoxed().asGenericType() : type;
    }

    /** With the annotations on its type arguments: {@code List<@Valid Line>}. */
    private static Generic type(Parameter parameter) {
        var method = (Method) parameter.getDeclaringExecutable();
        int index = Arrays.asList(method.getParameters()).indexOf(parameter);
        return new MethodDescription.ForLoadedMethod(method)
                .getParameters()
                .get(index)
                .getType();
    }

    private static AnnotationDescription annotation(Class<? extends Annotation> type) {
        return AnnotationDescription.Builder.ofType(type).build();
    }

    private static AnnotationDescription annotation(Class<? extends Annotation> type, String value) {
        return AnnotationDescription.Builder.ofType(type).define("value", value).build();
    }

    private static AnnotationDescription media(Class<? extends Annotation> type, MediaType... media) {
        return AnnotationDescription.Builder.ofType(type)
                .defineArray(
                        "value",
                        Arrays.stream(media).map(MediaType::toString).distinct().toArray(String[]::new))
                .build();
    }

    private List<AnnotationDescription> methodAnnotations() {
        var annotations = new ArrayList<AnnotationDescription>();
        annotations.add(
                switch (endpoint.trigger().method()) {
                    case GET -> annotation(GET.class);
                    case POST -> annotation(POST.class);
                    case PUT -> annotation(PUT.class);
                    case PATCH -> annotation(PATCH.class);
                    case DELETE -> annotation(DELETE.class);
                });
        annotations.add(media(Produces.class, endpoint.produces(), MediaType.APPLICATION_JSON_TYPE));
        if (endpoint.readsBody()) {
            annotations.add(media(Consumes.class, endpoint.consumes()));
        }
        annotations.add(annotation(PermitAll.class)); // who may use it is checked here, alike on every server
        return annotations;
    }
}
