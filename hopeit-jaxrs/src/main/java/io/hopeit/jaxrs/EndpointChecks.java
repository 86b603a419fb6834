package io.hopeit.jaxrs;

import io.hopeit.jaxrs.RequestParameter.Content;
import io.hopeit.jaxrs.RequestParameter.Kind;
import io.hopeit.spi.FromTrigger;
import io.hopeit.spi.PathTemplate;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Step;
import io.hopeit.spi.Types;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notes what is wrong with an event as a resource. */
record EndpointChecks(HttpEndpoint endpoint, Problems problems) {
    static boolean pass(HttpEndpoint endpoint, Problems problems) {
        int before = problems.count();
        new EndpointChecks(endpoint, problems).check();
        return problems.count() == before;
    }

    private void check() {
        checkBody();
        checkTemplate();
        for (Step.Call step : endpoint.event().flow().calls().toList()) {
            checkResult(step);
            step.requestParameters().stream()
                    .filter(parameter -> !parameter.getType().isAnnotationPresent(FromTrigger.class))
                    .forEach(parameter -> checkParameter(step, parameter));
        }
    }

    private void checkBody() {
        if (endpoint.body().isEmpty()) {
            return;
        }
        var first = endpoint.event().flow().first().method();
        var payload = Types.display(endpoint.body().get().getParameterizedType());
        if (endpoint.trigger().multipart()) {
            problems.addSignature(
                    first,
                    "receives %s, but a form has fields: take each with @FormParam, and inject beans into fields or "
                            + "after them.",
                    payload);
        } else if (!endpoint.trigger().method().hasBody()) {
            problems.addSignature(
                    first,
                    "receives %s, but a %s request has no body: use @QueryParam, @PathParam or @HeaderParam, and "
                            + "inject beans into fields or after them.",
                    payload,
                    endpoint.trigger().method());
        }
    }

    private void checkResult(Step.Call step) {
        if (Types.raw(step.resultType()) == Response.class) {
            problems.addSignature(
                    step.method(),
                    "returns a Response: return the payload, and say its status with @ResponseStatus on its type.");
        }
        Types.permitted(step.resultType()).map(Types::raw).forEach(this::checkStatus);
    }

    private void checkStatus(Class<?> result) {
        var status = result.getAnnotation(ResponseStatus.class);
        if (status != null && (status.value() < 200 || status.value() > 599)) {
            problems.add(result, "@ResponseStatus(%d) is no status: say one from 200 to 599.", status.value());
        }
    }

    private void checkTemplate() {
        var type = endpoint.event().beanClass();
        var template = new PathTemplate(endpoint.trigger().path());
        if (!template.isValid()) {
            problems.add(
                    type,
                    "the route \"%s\" is not a path: see that each { has its }, and that a pattern in them is a regular expression.",
                    template.text());
            return;
        }
        var inRoute = template.names();
        var inSteps = endpoint.parameters().stream()
                .filter(parameter -> parameter.kind() == Kind.PATH)
                .map(RequestParameter::name)
                .collect(Collectors.toCollection(TreeSet::new));
        without(inRoute, inSteps)
                .forEach(name -> problems.add(
                        type,
                        "the route has {%s}, but no step has a parameter with @PathParam(\"%s\"): add one.",
                        name,
                        name));
        without(inSteps, inRoute)
                .forEach(name -> problems.add(
                        type,
                        "a step has @PathParam(\"%s\"), but the route has no {%s}: add it, or use @QueryParam.",
                        name,
                        name));
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        var rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }

    private void checkParameter(Step.Call step, Parameter parameter) {
        var found = RequestParameter.of(parameter);
        if (found.isEmpty()) {
            problems.addSignature(
                    step.method(),
                    "@%s is not for steps: use @QueryParam, @PathParam, @HeaderParam or @CookieParam.",
                    jaxrs(parameter).getSimpleName());
            return;
        }
        if (found.get().kind() == Kind.FORM && !endpoint.trigger().multipart()) {
            problems.addSignature(
                    step.method(),
                    "@FormParam needs a form: make it a @MultipartEvent, or use @QueryParam, @PathParam, @HeaderParam "
                            + "or @CookieParam.");
            return;
        }
        checkPlace(step, found.get());
        checkContent(step, found.get());
        var first = endpoint.parameters().get(endpoint.indexOf(parameter));
        if (!isAlike(first.parameter(), parameter)) {
            problems.addSignature(
                    step.method(),
                    "\"%s\" is declared in another way in another step: give both the same type and annotations.",
                    found.get().name());
        }
    }

    private static boolean isAlike(Parameter a, Parameter b) {
        return a.getAnnotatedType().equals(b.getAnnotatedType())
                && Set.of(a.getAnnotations()).equals(Set.of(b.getAnnotations()));
    }

    private void checkPlace(Step.Call step, RequestParameter parameter) {
        if (parameter.name().isBlank() || annotations(parameter.parameter()).count() > 1) {
            problems.addSignature(
                    step.method(), "a parameter needs one annotation that says where it is, with a name.");
        }
    }

    private void checkContent(Step.Call step, RequestParameter parameter) {
        if (parameter.content() == Content.TEXT) {
            checkText(step, parameter);
            return;
        }
        if (parameter.defaultValue().isPresent()) {
            problems.addSignature(
                    step.method(),
                    "\"%s\" has a @DefaultValue, which is for texts: make it an Optional.",
                    parameter.name());
        }
        if (parameter.content() == Content.FILE
                && parameter.isCollection()
                && Types.raw(parameter.type()) != List.class) {
            problems.addSignature(step.method(), "\"%s\": many files are a List.", parameter.name());
        }
    }

    private void checkText(Step.Call step, RequestParameter parameter) {
        var type = parameter.elementType();
        var text = TextValue.of(type);
        if (text.isEmpty()) {
            problems.addSignature(
                    step.method(),
                    "\"%s\" cannot be made from text: %s needs a constructor, or a static valueOf, fromString or "
                            + "parse, that takes one String%s.",
                    parameter.name(),
                    type.getSimpleName(),
                    Collection.class.isAssignableFrom(type) ? "; many values are a List, Set or SortedSet" : "");
            return;
        }
        parameter
                .defaultValue()
                .filter(value -> !text.get().accepts(value))
                .ifPresent(value -> problems.addSignature(
                        step.method(),
                        "the @DefaultValue of \"%s\" has to be %s, but is \"%s\".",
                        parameter.name(),
                        TextValue.expected(type).replaceFirst("^in ", "text in "),
                        value));
    }

    private static Stream<? extends Class<? extends Annotation>> annotations(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.getName().startsWith("jakarta.ws.rs."))
                .filter(type -> type != DefaultValue.class);
    }

    private static Class<? extends Annotation> jaxrs(Parameter parameter) {
        return annotations(parameter).findFirst().orElseThrow();
    }
}
