package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hopeit.Collected;
import io.hopeit.Collector;
import io.hopeit.PostEvent;
import io.hopeit.Postprocess;
import io.hopeit.Preprocess;
import io.hopeit.Service;
import io.hopeit.ServiceEvent;
import io.hopeit.ServiceLoop;
import io.hopeit.SetupEvent;
import io.hopeit.Steps;
import io.hopeit.StreamEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StageProblemsTest {
    private static final String HERE = StageProblemsTest.class.getName() + "$";

    static class Base {
        Integer count(String text) {
            return 1;
        }

        String show(Integer n) {
            return "";
        }
    }

    @PostEvent
    @Steps({Steps.SHUFFLE, "count"})
    static class ShuffleFirst extends Base {}

    @PostEvent
    @Steps({"count", Steps.SHUFFLE})
    static class ShuffleLast extends Base {}

    @PostEvent
    @Steps({"count", Steps.SHUFFLE, Steps.SHUFFLE, "show"})
    static class ShuffleTwice extends Base {}

    @PostEvent
    @Steps({"count", Steps.SHUFFLE, "limited"})
    static class RequestAfter extends Base {
        String limited(Integer n, @QueryParam("limit") int limit) {
            return "";
        }
    }

    @PostEvent
    @Steps({"count", Steps.SHUFFLE, "count2"})
    static class NobodyTakes extends Base {
        Integer count2(Long n) {
            return 1;
        }
    }

    sealed interface Part permits Small, Large {}

    record Small(String id) implements Part {}

    record Large(String id) implements Part {}

    @PostEvent
    @Steps({"cut", Steps.SHUFFLE, "small"})
    static class OneBranchForgotten {
        Part cut(String text) {
            return new Small(text);
        }

        void small(Small small) {}
    }

    @PostEvent
    @Steps({"cut", "small", Steps.SHUFFLE, "after"})
    static class PassesBy {
        Part cut(String text) {
            return new Small(text);
        }

        Integer small(Small small) {
            return 1;
        }

        void after(Integer n) {}
    }

    @PostEvent
    @Steps({"count", Steps.SHUFFLE, "nothing", "show"})
    static class NothingAfter extends Base {
        void nothing() {}
    }

    @PostEvent
    @Steps({"count", Steps.SHUFFLE, "show", Steps.SHUFFLE, "late"})
    static class FromTwoStagesBefore extends Base {
        void late(Integer n) {}
    }

    @PostEvent
    @Collector(name = "ask", gather = "count")
    @Steps({"ask", Steps.SHUFFLE, "answer"})
    static class CollectedLeaves extends Base {
        String answer(Collected all) {
            return "";
        }
    }

    @ServiceEvent
    static class NoSource {
        void run(String text) {}
    }

    @ServiceEvent
    static class WrongSource {
        @Service
        List<String> source(String text) {
            return List.of(text);
        }
    }

    @ServiceEvent
    static class TwoSources {
        @Service
        Stream<String> one() {
            return Stream.of();
        }

        @Service
        Stream<String> two() {
            return Stream.of();
        }
    }

    @PostEvent
    @Steps("count")
    static class SourceOfARequest extends Base {
        @Service
        Stream<String> source() {
            return Stream.of();
        }
    }

    @ServiceEvent
    @Dependent
    static class DependentService {
        @Service
        Stream<String> source() {
            return Stream.of();
        }
    }

    @SetupEvent
    static class SetupWants {
        void run(String text) {}
    }

    @StreamEvent(read = "orders")
    @Steps("count")
    static class HooksWithoutRequest extends Base {
        @Preprocess
        String before(String text) {
            return text;
        }

        @Postprocess
        Stream<String> after(Integer n) {
            return Stream.of();
        }
    }

    @PostEvent
    static class LoopInAStep {
        void run(String text, ServiceLoop loop) {}
    }

    static Stream<Arguments> mistakes() {
        var empty = ": @Steps has no step before or after a SHUFFLE; it stands between steps.";
        return Stream.of(
                one(ShuffleFirst.class, "ShuffleFirst" + empty),
                one(ShuffleLast.class, "ShuffleLast" + empty),
                one(ShuffleTwice.class, "ShuffleTwice" + empty),
                one(
                        RequestAfter.class,
                        "RequestAfter.limited(Integer, int): @QueryParam needs a request, but this step runs after SHUFFLE."),
                one(NobodyTakes.class, "Base.count(String): returns Integer, which no step after the SHUFFLE takes."),
                one(
                        OneBranchForgotten.class,
                        "OneBranchForgotten.cut(String): returns Large, which no step after the SHUFFLE takes."),
                one(PassesBy.class, "PassesBy.cut(String): returns Large, which no step after the SHUFFLE takes."),
                one(
                        NothingAfter.class,
                        "NothingAfter.nothing(): takes no payload, but the first step after SHUFFLE receives the message: make it the first parameter."),
                one(
                        FromTwoStagesBefore.class,
                        "FromTwoStagesBefore.late(Integer): receives Integer, but the step before it returns String."),
                one(
                        CollectedLeaves.class,
                        "CollectedLeaves: no step takes what the collector \"ask\" has gathered: add one with a Collected after it, before a SHUFFLE."),
                one(NoSource.class, "NoSource: has no method with @Service, which makes the values of a service."),
                one(
                        WrongSource.class,
                        "WrongSource.source(String): a method with @Service has no payload, and returns a Stream of values."),
                one(TwoSources.class, "TwoSources: has 2 methods with @Service; it can have one."),
                one(
                        SourceOfARequest.class,
                        "SourceOfARequest.source: @Service is for events that are services or read a stream."),
                one(
                        DependentService.class,
                        "DependentService: is @Dependent, but the values of its @Service method come later than it lives; give it another scope."),
                one(
                        SetupWants.class,
                        "SetupWants.run(String): receives String, but this event runs at start: its first step takes no payload, and a bean to inject is not the first parameter."),
                one(
                        HooksWithoutRequest.class,
                        "HooksWithoutRequest.before: needs a request, but this event reads a stream."),
                one(
                        HooksWithoutRequest.class,
                        "HooksWithoutRequest.after(Integer): returns a Stream, but there is one request and one response."),
                one(
                        LoopInAStep.class,
                        "LoopInAStep.run(String, ServiceLoop): ServiceLoop is for methods with @Service."));
    }

    private static Arguments one(Class<?> bean, String text) {
        return arguments(bean, HERE + text);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeInAStageHasATextThatSaysWhatToDo(Class<?> bean, String text) {
        assertThat(Deployed.problems(bean)).contains(text);
    }
}
