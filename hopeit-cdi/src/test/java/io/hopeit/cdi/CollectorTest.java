package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.Collected;
import io.hopeit.Collector;
import io.hopeit.Gathered;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CollectorTest {

    @PostEvent
    @Collector(
            name = "ask",
            gather = {"one", "two", "three"})
    @Steps({"ask", "answer"})
    static class Meets {
        static final CyclicBarrier ALL = new CyclicBarrier(3);

        String one(Integer n) throws Exception {
            return meet("one" + n);
        }

        String two(Integer n) throws Exception {
            return meet("two" + n);
        }

        String three() throws Exception {
            return meet("three");
        }

        private static String meet(String name) throws Exception {
            ALL.await(20, TimeUnit.SECONDS);
            return name;
        }

        Map<String, Object> answer(Collected all) {
            return all.results();
        }
    }

    @Test
    void methodsOfACollectorRunAtTheSameTime() throws Exception {
        try (var deployed = Deployed.of(Meets.class)) {
            assertThat(deployed.run("meets", 7)).hasToString("{one=one7, two=two7, three=three}");
        }
    }

    @PostEvent
    @Collector(
            name = "collect",
            gather = {"step3", "step1", "step2"})
    @Steps({"collect", "result"})
    static class Depends {
        String step1(String text) {
            return "(" + text + "+step1)";
        }

        String step2(String text) {
            return "(" + text + "+step2)";
        }

        String step3(@Gathered("step1") String one, @Gathered("step2") String two) {
            return "(" + one + "&" + two + "+step3)";
        }

        String result(Collected all) {
            return all.payload(String.class) + ": " + all.get("step3", String.class);
        }
    }

    @Test
    void aMethodGetsWhatOthersReturnAndTheNextStepGetsAllWithThePayload() throws Exception {
        try (var deployed = Deployed.of(Depends.class)) {
            assertThat(deployed.run("depends", "ok")).isEqualTo("ok: ((ok+step1)&(ok+step2)+step3)");
        }
    }

    @PostEvent
    @Collector(
            name = "find",
            gather = {"none", "empty", "some", "tell"})
    @Steps({"find", "answer"})
    static class Absent {
        String none(String text) {
            return null;
        }

        Optional<String> empty(String text) {
            return Optional.empty();
        }

        Optional<String> some(String text) {
            return Optional.of(text);
        }

        String tell(
                @Gathered("none") String none,
                @Gathered("empty") Optional<String> empty,
                @Gathered("some") Optional<String> optional,
                @Gathered("some") String some) {
            return none + " " + empty + " " + optional + " " + some;
        }

        Map<String, Object> answer(Collected all) {
            return all.results();
        }
    }

    @Test
    void nothingIsNullOrAnEmptyOptional() throws Exception {
        try (var deployed = Deployed.of(Absent.class)) {
            assertThat(deployed.run("absent", "x"))
                    .hasToString("{none=null, empty=null, some=x, tell=null Optional.empty Optional[x] x}");
        }
    }

    @PostEvent
    @Collector(
            name = "measure",
            gather = {"length", "first"})
    @Steps({"parse", "measure", "sum", "otherwise"})
    static class InBranch {
        Object parse(String text) {
            return text.isEmpty() ? 0 : text;
        }

        Integer length(String text) {
            return text.length();
        }

        Character first(String text) {
            return text.charAt(0);
        }

        String sum(Collected all) {
            return all.get("first", Character.class) + "" + all.get("length", Integer.class);
        }

        String otherwise(Integer n) {
            return "nothing";
        }
    }

    @Test
    void aCollectorTakesValuesOfItsTypeOnly() throws Exception {
        try (var deployed = Deployed.of(InBranch.class)) {
            assertThat(deployed.run("in_branch", "abc")).isEqualTo("a3");
            assertThat(deployed.run("in_branch", "")).isEqualTo("nothing");
        }
    }
}
