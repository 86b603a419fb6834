package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HookProblemsTest {
    private static final String HERE = HookProblemsTest.class.getName() + "$";

    record Part(String id) {}

    static class Base {
        Integer count(String text) {
            return 1;
        }

        String show(Integer n) {
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
    @Steps("count")
    static class AnswersSomethingElse extends Base {
        @Postprocess
        String after(Part result) {
            return "";
        }
    }

    @PostEvent
    static class LoopInAStep {
        void run(String text, ServiceLoop loop) {}
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                one(
                        NoSource.class,
                        "NoSource: has no method with @Service, which makes the values of a service: add one that returns a Stream."),
                one(
                        WrongSource.class,
                        "WrongSource.source(String): a method with @Service has no payload, and returns a Stream of values."),
                one(
                        TwoSources.class,
                        "TwoSources: has 2 methods with @Service; it can have one: take it off the others."),
                one(
                        SourceOfARequest.class,
                        "SourceOfARequest.source: @Service is for events that are services or read a stream: take it off, or change the trigger."),
                one(
                        DependentService.class,
                        "DependentService: is @Dependent, but the values of its @Service method come later than it lives; give it another scope."),
                one(
                        SetupWants.class,
                        "SetupWants.run(String): receives String, but this event runs at start: its first step takes no payload; inject a bean into a field."),
                one(
                        HooksWithoutRequest.class,
                        "HooksWithoutRequest.before: needs a request, but this event reads a stream: make it a step."),
                one(
                        HooksWithoutRequest.class,
                        "HooksWithoutRequest.after(Integer): returns a Stream, but there is one request and one response: return one value."),
                one(
                        AnswersSomethingElse.class,
                        "AnswersSomethingElse.after(Part): receives Part, but the step before it returns Integer."),
                one(
                        LoopInAStep.class,
                        "LoopInAStep.run(String, ServiceLoop): ServiceLoop is for methods with @Service: take it as a parameter there."));
    }

    private static Arguments one(Class<?> bean, String text) {
        return arguments(bean, HERE + text);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeAroundTheStepsHasATextThatSaysWhatToDo(Class<?> bean, String text) {
        assertThat(Deployed.problems(bean)).contains(text);
    }
}
