package io.hopeit.jaxrs.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.GetEvent;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.cdi.EventsExtension;
import io.hopeit.jaxrs.HttpExtension;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake has a bean, and the text that its developer reads. */
class EndpointProblemsTest {
    private static final String HERE = EndpointProblemsTest.class.getName() + "$";

    record Filter(String text) {}

    @GetEvent
    static class GetWithBody {
        String list(Filter filter) {
            return "";
        }
    }

    @GetEvent(route = "items/{id}")
    static class RouteOnly {
        String load() {
            return "";
        }
    }

    @GetEvent
    static class ParameterOnly {
        String load(@PathParam("id") String id) {
            return id;
        }
    }

    @GetEvent
    static class NotFromText {
        String load(@QueryParam("filter") Filter filter) {
            return "";
        }
    }

    @PostEvent
    static class Form {
        String load(@FormParam("a") String a) {
            return a;
        }
    }

    @GetEvent
    @Steps({"one", "two"})
    static class TwoTypes {
        String one(@QueryParam("n") String n) {
            return n;
        }

        String two(String text, @QueryParam("n") int n) {
            return text;
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                one(
                        GetWithBody.class,
                        "GetWithBody.list(Filter): receives Filter, but a GET request has no body: use @QueryParam, @PathParam or @HeaderParam, and inject beans into fields or after them."),
                one(
                        RouteOnly.class,
                        "RouteOnly: the route has {id}, but no step has a parameter with @PathParam(\"id\")."),
                one(ParameterOnly.class, "ParameterOnly: a step has @PathParam(\"id\"), but the route has no {id}."),
                one(
                        NotFromText.class,
                        "NotFromText.load(Filter): \"filter\" cannot be made from text: Filter needs a constructor, or a static valueOf, fromString or parse, that takes one String."),
                one(
                        Form.class,
                        "Form.load(String): @FormParam is not for steps: use @QueryParam, @PathParam, @HeaderParam or @CookieParam."),
                one(TwoTypes.class, "TwoTypes.two(String, int): \"n\" is int here, but String in another step."));
    }

    private static Arguments one(Class<?> bean, String line) {
        return Arguments.of(bean, "hopeit: 1 problem in this deployment\n  1. " + HERE + line);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeHasATextThatSaysWhatWhereAndWhatToDo(Class<?> bean, String text) {
        assertThat(problems(bean)).contains(text);
    }

    private static String problems(Class<?> bean) {
        var initializer = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new EventsExtension(), new HttpExtension())
                .addBeanClasses(bean);
        try (var container = initializer.initialize()) {
            throw new AssertionError("deployed without a problem: " + container);
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }
}
