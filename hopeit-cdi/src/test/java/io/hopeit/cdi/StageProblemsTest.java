package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hopeit.Collected;
import io.hopeit.Collector;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import jakarta.ws.rs.QueryParam;
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

    static Stream<Arguments> mistakes() {
        var empty = ": @Steps has no step before or after a SHUFFLE; it stands between steps.";
        return Stream.of(
                one(ShuffleFirst.class, "ShuffleFirst" + empty),
                one(ShuffleLast.class, "ShuffleLast" + empty),
                one(ShuffleTwice.class, "ShuffleTwice" + empty),
                one(
                        RequestAfter.class,
                        "RequestAfter.limited(Integer, int): @QueryParam needs a request, but this step runs after SHUFFLE: take the value from the payload."),
                one(
                        NobodyTakes.class,
                        "Base.count(String): returns Integer, which no step after the SHUFFLE takes: add one that does."),
                one(
                        OneBranchForgotten.class,
                        "OneBranchForgotten.cut(String): returns Large, which no step after the SHUFFLE takes: add one that does."),
                one(
                        PassesBy.class,
                        "PassesBy.cut(String): returns Large, which no step after the SHUFFLE takes: add one that does."),
                one(
                        NothingAfter.class,
                        "NothingAfter.nothing(): takes no payload, but the first step after SHUFFLE receives the message: make it the first parameter."),
                one(
                        FromTwoStagesBefore.class,
                        "FromTwoStagesBefore.late(Integer): receives Integer, but the step before it returns String."),
                one(
                        CollectedLeaves.class,
                        "CollectedLeaves: no step takes what the collector \"ask\" has gathered: add one with a Collected after it, before a SHUFFLE."));
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
