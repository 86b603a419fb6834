package io.hopeit.jaxrs;

import io.hopeit.jaxrs.RequestParameter.Kind;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Step;
import io.hopeit.spi.Trigger.Http.Method;
import io.hopeit.spi.Types;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Notes what is wrong with an event as a resource. */
record EndpointChecks(HttpEndpoint endpoint, Problems problems) {
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\s*([^}:\\s]+)[^}]*}");

    static boolean pass(HttpEndpoint endpoint, Problems problems) {
        int before = problems.lines().size();
        new EndpointChecks(endpoint, problems).check();
        return problems.lines().size() == before;
    }

    private void check() {
        checkBody();
        checkTemplate();
        for (Step step : endpoint.event().steps()) {
            step.requestParameters().forEach(parameter -> checkParameter(step, parameter));
        }
    }

    private void checkBody() {
        if (endpoint.trigger().method() == Method.GET && endpoint.body().isPresent()) {
            problems.addSignature(
                    endpoint.event().firstStep().method(),
                    "receives %s, but a GET request has no body: use @QueryParam, @PathParam or @HeaderParam, and "
                            + "inject beans into fields or after them.",
                    Types.display(endpoint.body().get().getParameterizedType()));
        }
    }

    private void checkTemplate() {
        var type = endpoint.event().beanClass();
        var inRoute = TEMPLATE.matcher(endpoint.trigger().path())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var inSteps = endpoint.parameters().stream()
                .filter(parameter -> parameter.kind() == Kind.PATH)
                .map(RequestParameter::name)
                .collect(Collectors.toCollection(TreeSet::new));
        without(inRoute, inSteps)
                .forEach(name -> problems.add(
                        type, "the route has {%s}, but no step has a parameter with @PathParam(\"%s\").", name, name));
        without(inSteps, inRoute)
                .forEach(name ->
                        problems.add(type, "a step has @PathParam(\"%s\"), but the route has no {%s}.", name, name));
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        var rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }

    private void checkParameter(Step step, Parameter parameter) {
        var found = RequestParameter.of(parameter);
        if (found.isEmpty()) {
            problems.addSignature(
                    step.method(),
                    "@%s is not for steps: use @QueryParam, @PathParam, @HeaderParam or @CookieParam.",
                    jaxrs(parameter).getSimpleName());
            return;
        }
        var type = found.get().elementType();
        if (TextValue.of(type).isEmpty()) {
            problems.addSignature(
                    step.method(),
                    "\"%s\" cannot be made from text: %s needs a constructor, or a static valueOf, fromString or "
                            + "parse, that takes one String.",
                    found.get().name(),
                    type.getSimpleName());
        }
        var first = endpoint.parameters().get(endpoint.indexOf(parameter));
        if (!first.parameter().getParameterizedType().equals(parameter.getParameterizedType())) {
            problems.addSignature(
                    step.method(),
                    "\"%s\" is %s here, but %s in another step.",
                    found.get().name(),
                    Types.display(parameter.getParameterizedType()),
                    Types.display(first.parameter().getParameterizedType()));
        }
    }

    private static Class<? extends Annotation> jaxrs(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.getName().startsWith("jakarta.ws.rs."))
                .findFirst()
                .orElseThrow();
    }
}
