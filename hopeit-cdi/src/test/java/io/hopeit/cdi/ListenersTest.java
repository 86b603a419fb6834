package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.Collected;
import io.hopeit.Collector;
import io.hopeit.EventContext;
import io.hopeit.EventTimeoutException;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener;
import io.hopeit.spi.Step;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ListenersTest {

    @ApplicationScoped
    static class Watches implements EventListener {
        private final List<String> seen = new CopyOnWriteArrayList<>();

        List<String> seen() {
            return seen;
        }

        @Override
        public Watch watch(EventDefinition event, EventContext context) {
            seen.add("begin");
            return new One("run");
        }

        @Override
        public void ended(Run run) {
            // by transports
        }

        private final class One implements Watch {
            private final String name;
            private final Thread thread = Thread.currentThread();

            One(String name) {
                this.name = name;
            }

            @Override
            public Watch step(Step.Call step) {
                seen.add("begin " + step.name());
                return new One(step.name());
            }

            @Override
            public void failed(Throwable failure) {
                seen.add(failure.getMessage() + " in " + name);
            }

            @Override
            public void close() {
                seen.add("end " + name + (thread == Thread.currentThread() ? "" : " elsewhere"));
            }
        }
    }

    @PostEvent
    static class Endless {
        Integer run(String millis) throws InterruptedException {
            Thread.sleep(Long.parseLong(millis));
            return 1;
        }
    }

    @Test
    void aRunThatTookTooLongHasFailedByThat() {
        try (var deployed =
                Deployed.with(Map.of("hopeit.event.endless.timeout", "PT1S"), Endless.class, Watches.class)) {
            assertThatThrownBy(() -> deployed.run("endless", "60000")).isInstanceOf(EventTimeoutException.class);

            assertThat(deployed.get(Watches.class).seen()).contains("endless took longer than 1.0 seconds in run");
        }
    }

    @PostEvent
    @Steps({"one", "two"})
    static class Simple {
        Integer one(String text) {
            return text.length();
        }

        Integer two(Integer n) {
            if (n == 0) {
                throw new IllegalStateException("nothing");
            }
            return n;
        }
    }

    @Test
    void aWatchSeesEachStepFromBeginToEnd() throws Exception {
        try (var deployed = Deployed.of(Simple.class, Watches.class)) {
            deployed.run("simple", "a");
            assertThat(deployed.get(Watches.class).seen())
                    .containsExactly("begin", "begin one", "end one", "begin two", "end two", "end run");
        }
    }

    @Test
    void aWatchSeesWhatFails() {
        try (var deployed = Deployed.of(Simple.class, Watches.class)) {
            assertThatThrownBy(() -> deployed.run("simple", "")).hasMessage("nothing");
            assertThat(deployed.get(Watches.class).seen())
                    .endsWith("begin two", "nothing in two", "end two", "nothing in run", "end run");
        }
    }

    @PostEvent
    @Collector(
            name = "ask",
            gather = {"left", "right"})
    @Steps({"ask", "answer"})
    static class Gathers {
        int left(String text) {
            return 1;
        }

        int right(String text) {
            return 2;
        }

        int answer(Collected all) {
            return 3;
        }
    }

    @Test
    void aWatchSeesTheMethodsOfACollector() throws Exception {
        try (var deployed = Deployed.of(Gathers.class, Watches.class)) {
            deployed.run("gathers", "");
            var seen = deployed.get(Watches.class).seen();
            assertThat(seen).contains("begin left", "end left", "begin right", "end right");
            assertThat(seen).endsWith("begin answer", "end answer", "end run");
            assertThat(seen).hasSize(8);
        }
    }

    /** Throws wherever it can. */
    @ApplicationScoped
    static class Throws implements EventListener {
        private static final List<String> CALLS = new CopyOnWriteArrayList<>();

        private static void fail(String call) {
            CALLS.add(call);
            throw new IllegalStateException("from a listener");
        }

        @Override
        public void started(EventDefinition event, EventContext context) {
            fail("started");
        }

        @Override
        public Watch watch(EventDefinition event, EventContext context) {
            return new Watch() {
                @Override
                public Watch step(Step.Call step) {
                    if (step.name().equals("one")) {
                        fail("step");
                    }
                    return this;
                }

                @Override
                public void failed(Throwable failure) {
                    fail("failed");
                }

                @Override
                public void close() {
                    fail("close");
                }
            };
        }

        @Override
        public void ended(Run run) {
            fail("ended");
        }
    }

    @ApplicationScoped
    static class ThrowsAtOnce implements EventListener {
        @Override
        public Watch watch(EventDefinition event, EventContext context) {
            throw new IllegalStateException("from a listener");
        }

        @Override
        public void ended(Run run) {
            // not its topic
        }
    }

    @Test
    void aListenerThatThrowsDoesNoHarmToTheRun() throws Exception {
        Throws.CALLS.clear();
        try (var deployed = Deployed.of(Simple.class, Throws.class)) {
            assertThat(deployed.run("simple", "a")).isEqualTo(1);
            assertThatThrownBy(() -> deployed.run("simple", "")).hasMessage("nothing");
            assertThat(Throws.CALLS)
                    .containsExactly("step", "close", "close", "step", "failed", "close", "failed", "close");
        }
    }

    @Test
    void aListenerThatThrowsDoesNoHarmToOthers() throws Exception {
        try (var deployed = Deployed.of(Simple.class, Throws.class, ThrowsAtOnce.class, Watches.class)) {
            assertThat(deployed.run("simple", "a")).isEqualTo(1);
            assertThat(deployed.get(Watches.class).seen())
                    .containsExactly("begin", "begin one", "end one", "begin two", "end two", "end run");
        }
    }

    @PostEvent
    @Collector(
            name = "ask",
            gather = {"one", "right"})
    @Steps({"ask", "answer"})
    static class Harmed extends Gathers {
        int one(String text) {
            return 1;
        }
    }

    @Test
    void norToTheMethodsOfACollector() throws Exception {
        try (var deployed = Deployed.of(Harmed.class, Throws.class)) {
            assertThat(deployed.run("harmed", "")).isEqualTo(3);
        }
    }

    @io.hopeit.SetupEvent
    static class Begins {
        void one() {}
    }

    @Test
    void norToARunOfTheApplicationItself() {
        Throws.CALLS.clear();
        try (var deployed = Deployed.of(Begins.class, Throws.class, Heard.class)) {
            assertThat(deployed.get(Heard.class).all())
                    .containsExactly("START shop.1x0.begins", "DONE shop.1x0.begins");
            assertThat(Throws.CALLS).containsExactly("started", "step", "close", "ended");
        }
    }

    @ApplicationScoped
    static class DoesNotFit implements EventListener {
        @Override
        public Watch watch(EventDefinition event, EventContext context) {
            throw new NoSuchMethodError("from a listener");
        }

        @Override
        public void ended(Run run) {
            throw new NoSuchMethodError("from a listener");
        }
    }

    @Test
    void anErrorOfAListenerDoesNoHarmEither() throws Exception {
        try (var deployed = Deployed.of(Simple.class, Begins.class, DoesNotFit.class, Heard.class)) {
            assertThat(deployed.run("simple", "a")).isEqualTo(1);
            assertThat(deployed.get(Heard.class).all()).contains("DONE shop.1x0.begins");
        }
    }

    @Dependent
    static class Unmade implements EventListener {
        @PostConstruct
        void fail() {
            throw new IllegalStateException("no server to tell");
        }

        @Override
        public void ended(Run run) {
            throw new AssertionError("it could not be made");
        }
    }

    @PostEvent
    static class Told {
        String run(String text) {
            return text;
        }
    }

    @Test
    void aListenerThatCannotBeMadeDoesNoHarm() throws Exception {
        try (var deployed = Deployed.of(Told.class, Unmade.class, Watches.class)) {
            assertThat(deployed.run("told", "x")).isEqualTo("x");
            assertThat(deployed.get(Watches.class).seen()).startsWith("begin");
        }
    }
}
