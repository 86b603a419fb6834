package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.EventTimeoutException;
import io.hopeit.GetEvent;
import io.hopeit.PostEvent;
import io.hopeit.Service;
import io.hopeit.ServiceEvent;
import io.hopeit.ServiceLoop;
import io.hopeit.Steps;
import io.hopeit.WriteStream;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.util.AnnotationLiteral;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepFlowTest {

    @GetEvent
    @Steps({"first", "second", "third"})
    static class Nothings {
        void first() {}

        Integer second() {
            return 2;
        }

        String third() {
            return "not for a value";
        }
    }

    @Test
    void aStepWithoutPayloadTakesNothingAndIsPassedByAValue() throws Exception {
        try (var deployed = Deployed.of(Nothings.class)) {
            assertThat(deployed.run("nothings", null)).isEqualTo(2);
        }
    }

    @PostEvent
    @Steps({"forget", "never"})
    static class Forgets {
        String forget(Integer n) {
            return n == 0 ? null : "n";
        }

        Integer never(String text) {
            return text.length();
        }
    }

    @Test
    void aStepWithPayloadDoesNotTakeNothing() throws Exception {
        try (var deployed = Deployed.of(Forgets.class)) {
            assertThat(deployed.run("forgets", 0)).isNull();
            assertThat(deployed.run("forgets", 1)).isEqualTo(1);
        }
    }

    @PostEvent
    @Steps("next")
    static class Primitive {
        long next(long n) {
            return n + 1;
        }
    }

    @Test
    void aPrimitivePayloadTakesItsBoxedType() throws Exception {
        try (var deployed = Deployed.of(Primitive.class)) {
            assertThat(deployed.run("primitive", 1L)).isEqualTo(2L);
            assertThat(deployed.run("primitive", 1)).isNull();
        }
    }

    sealed interface Part permits Small, Large {}

    record Small(String id) implements Part {}

    record Large(String id) implements Part {}

    @PostEvent
    @WriteStream("parts")
    @Steps({"cut", "small", "large", "label"})
    static class Branches {
        Stream<Part> cut(String id) {
            return Stream.of(new Small(id), new Large(id));
        }

        String small(Small part) {
            return "s-" + part.id();
        }

        Integer large(Large part) {
            return part.id().length();
        }

        String label(String text) {
            return text + "!";
        }
    }

    @Test
    void eachValueOfASpawnTakesTheBranchOfItsType() throws Exception {
        try (var deployed = Deployed.of(Branches.class, Published.class)) {
            assertThat(deployed.run("branches", "abc")).isEqualTo(3);
            assertThat(deployed.get(Published.class).values()).containsExactly("s-abc!", 3);
        }
    }

    @PostEvent
    @WriteStream("leaves")
    @Steps({"one", "two", "three"})
    static class Tree {
        Stream<Integer> one(Long n) {
            return Stream.of(1, 2);
        }

        Stream<String> two(Integer n) {
            return Stream.of(n + "a", n + "b");
        }

        Stream<List<String>> three(String text) {
            return Stream.of(List.of(text, "x"), List.of(text, "y"));
        }
    }

    @Test
    void spawnsCanBeNestedAndGoDepthFirst() throws Exception {
        try (var deployed = Deployed.of(Tree.class, Published.class)) {
            assertThat(deployed.run("tree", 1L)).isEqualTo(List.of("2b", "y"));
            assertThat(deployed.get(Published.class).values())
                    .hasToString("[[1a, x], [1a, y], [1b, x], [1b, y], [2a, x], [2a, y], [2b, x], [2b, y]]");
        }
    }

    @ServiceEvent
    @WriteStream("numbers")
    static class Numbers {
        @Service
        Stream<Integer> numbers(ServiceLoop loop) {
            return Stream.iterate(1, n -> n + 1).takeWhile(n -> n < 3 || loop.pause(Duration.ofHours(1)));
        }
    }

    @Test
    void valuesOfAServiceWithoutStepsAreItsResults() throws Exception {
        try (var deployed = Deployed.of(Numbers.class, Published.class)) {
            var values = deployed.get(Published.class).values();
            Until.isTrue(() -> values.size() == 2);
            assertThat(values).containsExactly(1, 2);
        }
    }

    @PostEvent
    @Steps("late")
    static class Late {
        static final AtomicBoolean CLOSED = new AtomicBoolean();

        Stream<Integer> late(String text) {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                // as some code does
            }
            return Stream.of(1).onClose(() -> CLOSED.set(true));
        }
    }

    @Test
    void aSpawnThatComesTooLateIsClosedToo() {
        try (var deployed = Deployed.with(Map.of("hopeit.event.late.timeout", "PT1S"), Late.class)) {
            assertThatThrownBy(() -> deployed.run("late", "")).isInstanceOf(EventTimeoutException.class);
            assertThat(Late.CLOSED).isTrue();
        }
    }

    /** Names more steps than a class can have lines. */
    static class ManySteps implements Extension {
        void name(@Observes @Priority(1) ProcessAnnotatedType<Primitive> type) {
            type.configureAnnotatedType()
                    .remove(annotation -> annotation instanceof Steps)
                    .add(new Names());
        }

        private static final class Names extends AnnotationLiteral<Steps> implements Steps {
            private static final long serialVersionUID = 1;

            @Override
            public String[] value() {
                return IntStream.rangeClosed(0, 1000).mapToObj(i -> "step" + i).toArray(String[]::new);
            }
        }
    }

    @Test
    void anEventHasAtMostAThousandSteps() {
        var weld = new org.jboss.weld.environment.se.Weld()
                .disableDiscovery()
                .addExtensions(new ManySteps(), new EventsExtension(), new io.smallrye.config.inject.ConfigExtension())
                .addBeanClasses(Primitive.class);
        assertThatThrownBy(weld::initialize)
                .hasMessageContaining(
                        "Primitive: @Steps names more than 1000 steps: make two events of it, joined by a stream.");
    }

    interface Problem {}

    sealed interface Answer permits Found, Missing {}

    record Found(String id) implements Answer {}

    record Missing(String id) implements Answer, Problem {}

    @PostEvent
    @Steps({"find", "explain"})
    static class Finds {
        Answer find(String id) {
            return new Missing(id);
        }

        String explain(Problem problem) {
            return "no " + problem;
        }
    }

    @Test
    void aBranchMayBeTakenByAnInterfaceThatOnlyItImplements() throws Exception {
        try (var deployed = Deployed.of(Finds.class)) {
            assertThat(deployed.run("finds", "x")).isEqualTo("no Missing[id=x]");
        }
    }
}
