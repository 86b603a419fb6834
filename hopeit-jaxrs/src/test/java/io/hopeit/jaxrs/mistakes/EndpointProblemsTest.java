package io.hopeit.jaxrs.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.GetEvent;
import io.hopeit.MultipartEvent;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.cdi.EventsExtension;
import io.hopeit.jaxrs.HttpExtension;
import io.hopeit.jaxrs.ResponseStatus;
import io.hopeit.jaxrs.UploadedFile;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.Set;
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
    static class Matrix {
        String load(@MatrixParam("a") String a) {
            return a;
        }
    }

    @MultipartEvent
    static class FormWithBody {
        String load(Filter filter, @FormParam("a") String a) {
            return a;
        }
    }

    @MultipartEvent
    static class FilesInASet {
        String load(@FormParam("files") Set<UploadedFile> files) {
            return "";
        }
    }

    @MultipartEvent
    static class DefaultObject {
        String load(@FormParam("filter") @DefaultValue("{}") Filter filter) {
            return "";
        }
    }

    @PostEvent
    static class FileInQuery {
        String load(@QueryParam("file") UploadedFile file) {
            return "";
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

    @GetEvent
    @Steps({"one", "two"})
    static class TwoConstraints {
        String one(@QueryParam("n") @Min(1) int n) {
            return "";
        }

        String two(String text, @QueryParam("n") @Max(5) int n) {
            return text;
        }
    }

    @GetEvent
    static class BadDefault {
        String load(@QueryParam("n") @DefaultValue("x") int n) {
            return "";
        }
    }

    @GetEvent
    static class NoName {
        String load(@QueryParam("") String n) {
            return "";
        }
    }

    @GetEvent
    static class ManyValues {
        String load(@QueryParam("n") Collection<String> n) {
            return "";
        }
    }

    @GetEvent(route = "items/{id")
    static class OpenBrace {
        String load() {
            return "";
        }
    }

    @GetEvent(route = "items/{id: [}")
    static class BadPattern {
        String load(@PathParam("id") String id) {
            return id;
        }
    }

    @ResponseStatus(99)
    record Odd() {}

    @GetEvent
    static class OddStatus {
        Odd load() {
            return new Odd();
        }
    }

    @GetEvent
    static class RawResponse {
        Response load() {
            return Response.ok().build();
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                one(
                        GetWithBody.class,
                        "GetWithBody.list(Filter): receives Filter, but a GET request has no body: use @QueryParam, @PathParam or @HeaderParam, and inject beans into fields or after them."),
                one(
                        RouteOnly.class,
                        "RouteOnly: the route has {id}, but no step has a parameter with @PathParam(\"id\"): add one."),
                one(
                        ParameterOnly.class,
                        "ParameterOnly: a step has @PathParam(\"id\"), but the route has no {id}: add it, or use @QueryParam."),
                one(
                        NotFromText.class,
                        "NotFromText.load(Filter): \"filter\" cannot be made from text: Filter needs a constructor, or a static valueOf, fromString or parse, that takes one String."),
                one(
                        Form.class,
                        "Form.load(String): @FormParam needs a form: make it a @MultipartEvent, or use @QueryParam, @PathParam, @HeaderParam or @CookieParam."),
                one(
                        Matrix.class,
                        "Matrix.load(String): @MatrixParam is not for steps: use @QueryParam, @PathParam, @HeaderParam or @CookieParam."),
                one(
                        FormWithBody.class,
                        "FormWithBody.load(Filter, String): receives Filter, but a form has fields: take each with @FormParam, and inject beans into fields or after them."),
                one(FilesInASet.class, "FilesInASet.load(Set<UploadedFile>): \"files\": many files are a List."),
                one(
                        DefaultObject.class,
                        "DefaultObject.load(Filter): \"filter\" has a @DefaultValue, which is for texts: make it an Optional."),
                one(
                        FileInQuery.class,
                        "FileInQuery.load(UploadedFile): \"file\" cannot be made from text: UploadedFile needs a constructor, or a static valueOf, fromString or parse, that takes one String."),
                one(
                        TwoTypes.class,
                        "TwoTypes.two(String, int): \"n\" is declared in another way in another step: give both the same type and annotations."),
                one(
                        TwoConstraints.class,
                        "TwoConstraints.two(String, int): \"n\" is declared in another way in another step: give both the same type and annotations."),
                one(
                        BadDefault.class,
                        "BadDefault.load(int): the @DefaultValue of \"n\" has to be a whole number, but is \"x\"."),
                one(
                        NoName.class,
                        "NoName.load(String): a parameter needs one annotation that says where it is, with a name."),
                one(
                        ManyValues.class,
                        "ManyValues.load(Collection<String>): \"n\" cannot be made from text: Collection needs a constructor, or a static valueOf, fromString or parse, that takes one String; many values are a List, Set or SortedSet."),
                one(
                        OpenBrace.class,
                        "OpenBrace: the route \"/api/shop/1x0/items/{id\" is not a path: see that each { has its }, and that a pattern in them is a regular expression."),
                one(
                        BadPattern.class,
                        "BadPattern: the route \"/api/shop/1x0/items/{id: [}\" is not a path: see that each { has its }, and that a pattern in them is a regular expression."),
                one(OddStatus.class, "Odd: @ResponseStatus(99) is no status: say one from 200 to 599."),
                one(
                        RawResponse.class,
                        "RawResponse.load(): returns a Response: return the payload, and say its status with @ResponseStatus on its type."));
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
