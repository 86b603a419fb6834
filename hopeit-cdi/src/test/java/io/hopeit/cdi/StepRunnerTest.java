package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.EventContext;
import io.hopeit.EventTimeoutException;
import io.hopeit.GetEvent;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.WriteStream;
import io.hopeit.cdi.apps.base.Shown;
import io.hopeit.spi.EventOutput;
import io.hopeit.spi.WriteTo;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StepRunnerTest {

    sealed interface Found permits Item, NotFound {}

    record Item(String id) implements Found {}

    record NotFound(String id) implements Found {}

    @PostEvent
    @Steps({"find", "decorate"})
    static class Branch {
        Found find(String id) {
            return id.equals("none") ? new NotFound(id) : new Item(id);
        }

        Item decorate(Item item) {
            return new Item("*" + item.id());
        }
    }

    @Test
    void theTypeOfAValueDecidesTheNextStep() throws Exception {
        try (var deployed = Deployed.of(Branch.class)) {
            assertThat(deployed.run("branch", "a")).isEqualTo(new Item("*a"));
            assertThat(deployed.run("branch", "none")).isEqualTo(new NotFound("none"));
        }
    }

    @Test
    void aPayloadThatNoStepTakesRunsNothing() throws Exception {
        try (var deployed = Deployed.of(Branch.class)) {
            assertThat(deployed.run("branch", 42)).isNull();
        }
    }

    @PostEvent
    @Steps({"addOne", "toText", "addTwo"})
    static class OnlyForward {
        Object addOne(Integer n) {
            return n + 1;
        }

        Object toText(String never) {
            return never;
        }

        Object addTwo(Integer n) {
            return n + 2;
        }
    }

    @Test
    void stepsAreSkippedForwardAndNeverRevisited() throws Exception {
        try (var deployed = Deployed.of(OnlyForward.class)) {
            assertThat(deployed.run("only_forward", 1)).isEqualTo(4);
        }
    }

    @ApplicationScoped
    static class Collected implements EventOutput {
        final List<Object> values = new ArrayList<>();

        @Override
        public void write(WriteTo output, List<Object> results, Function<Object, Type> declared, EventContext context) {
            values.addAll(results);
        }

        List<Object> values() {
            return values;
        }
    }

    @PostEvent
    @WriteStream("numbers")
    @Steps({"count", "pair", "drop"})
    static class Spawns {
        Stream<Integer> count(Integer n) {
            return Stream.iterate(1, i -> i + 1).limit(n);
        }

        Stream<String> pair(Integer n) {
            return Stream.of(n + "a", n + "b");
        }

        String drop(String text) {
            return text.equals("2a") ? null : text;
        }
    }

    @Test
    void eachSpawnedValueGoesItsOwnWayAndEachResultIsPublished() throws Exception {
        try (var deployed = Deployed.of(Spawns.class, Collected.class)) {
            assertThat(deployed.run("spawns", 2)).isEqualTo("2b");
            assertThat(deployed.container().select(Collected.class).get().values())
                    .containsExactly("1a", "1b", "2b");
        }
    }

    @PostEvent
    @WriteStream("numbers")
    @Steps("count")
    static class Closes {
        static final AtomicBoolean CLOSED = new AtomicBoolean();

        Stream<Integer> count(Integer n) {
            return Stream.of(1).onClose(() -> CLOSED.set(true));
        }
    }

    @Test
    void aSpawnedStreamIsClosed() throws Exception {
        try (var deployed = Deployed.of(Closes.class, Collected.class)) {
            deployed.run("closes", 1);
            assertThat(Closes.CLOSED).isTrue();
        }
    }

    @PostEvent
    @Steps({"find", "otherwise"})
    static class Nothing {
        Optional<Item> find(String id) {
            return id.equals("none") ? Optional.empty() : Optional.of(new Item(id));
        }

        NotFound otherwise() {
            return new NotFound("nothing");
        }
    }

    @Test
    void nothingGoesToAStepWithoutPayload() throws Exception {
        try (var deployed = Deployed.of(Nothing.class)) {
            assertThat(deployed.run("nothing", "none")).isEqualTo(new NotFound("nothing"));
            assertThat(deployed.run("nothing", "a")).isEqualTo(new Item("a"));
        }
    }

    @ApplicationScoped
    static class Store {
        String put(String text) {
            return "stored " + text;
        }
    }

    @Dependent
    static class Audit {
        static final AtomicInteger MADE = new AtomicInteger();
        static final AtomicInteger DESTROYED = new AtomicInteger();

        private final int number = MADE.incrementAndGet();

        int number() {
            return number;
        }

        @PreDestroy
        void destroy() {
            DESTROYED.incrementAndGet();
        }
    }

    @PostEvent
    static class Injected {
        @Inject
        Store field;

        String save(String text, Store store, EventContext context, Audit audit) {
            return field.put(store.put(text)) + " by " + context.eventName();
        }
    }

    @Test
    void beansAndTheContextAreInjectedIntoSteps() throws Exception {
        try (var deployed = Deployed.of(Injected.class, Store.class, Audit.class)) {
            assertThat(deployed.run("injected", "x")).isEqualTo("stored stored x by injected");
        }
    }

    @Test
    void aBeanWithoutAScopeThatAStepIsGivenLivesForTheRun() throws Exception {
        Audit.DESTROYED.set(0);
        try (var deployed = Deployed.of(Injected.class, Store.class, Audit.class)) {
            deployed.run("injected", "x");
            deployed.run("injected", "x");
            assertThat(Audit.DESTROYED).hasValue(2);
        }
    }

    @PostEvent
    @Steps({"each", "same"})
    static class GivesMany {
        Stream<String> each(String text, Audit audit) {
            return Stream.of("a", "b").peek(value -> assertThat(Audit.DESTROYED).hasValue(0));
        }

        String same(String text, Audit audit) {
            return text + audit.number();
        }
    }

    @Test
    void aBeanWithoutAScopeIsTheSameForAllValuesOfARunAndThereWhileTheyAreMade() throws Exception {
        Audit.DESTROYED.set(0);
        Audit.MADE.set(0);
        try (var deployed = Deployed.of(GivesMany.class, Audit.class)) {
            assertThat(deployed.run("gives_many", "x")).isEqualTo("b2");
            assertThat(Audit.DESTROYED).hasValue(2);
        }
    }

    @PostEvent
    static class Throws {
        String run(String text) throws IOException {
            throw new IOException(text);
        }
    }

    @Test
    void whatAStepThrowsComesOutAsItIs() {
        try (var deployed = Deployed.of(Throws.class)) {
            assertThatThrownBy(() -> deployed.run("throws", "disk full"))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("disk full");
        }
    }

    @PostEvent
    static class Slow {
        String run(String millis) throws InterruptedException {
            Thread.sleep(Long.parseLong(millis));
            return "done";
        }
    }

    @Test
    void aRunThatTakesTooLongIsInterrupted() {
        System.setProperty("hopeit.event.slow.timeout", "PT0.05S");
        try (var deployed = Deployed.of(Slow.class)) {
            assertThatThrownBy(() -> deployed.run("slow", "60000"))
                    .isInstanceOf(EventTimeoutException.class)
                    .hasMessage("slow took longer than 0.05 seconds");
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private static boolean isWatchAsleep() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("hopeit-deadlines"))
                .allMatch(thread -> thread.getState() == Thread.State.WAITING);
    }

    @Test
    void aRunIsAlsoWatchedWhenThereWasNoneForAWhile() throws Exception {
        System.setProperty("hopeit.event.slow.timeout", "PT2S");
        try (var deployed = Deployed.of(Slow.class)) {
            deployed.run("slow", "0");
            Until.isTrue(StepRunnerTest::isWatchAsleep);

            assertThatThrownBy(() -> deployed.run("slow", "60000")).isInstanceOf(EventTimeoutException.class);
        }
    }

    @PostEvent
    @Steps({"swallow", "next"})
    static class Swallows {
        static final AtomicBoolean NEXT = new AtomicBoolean();

        Integer swallow(String millis) {
            try {
                Thread.sleep(Long.parseLong(millis));
            } catch (InterruptedException e) {
                // as some code does
            }
            return 1;
        }

        String next(Integer n) {
            NEXT.set(true);
            return "done";
        }
    }

    @Test
    void aStepThatSwallowsTheInterruptIsTheLast() {
        System.setProperty("hopeit.event.swallows.timeout", "PT0.05S");
        try (var deployed = Deployed.of(Swallows.class)) {
            assertThatThrownBy(() -> deployed.run("swallows", "60000")).isInstanceOf(EventTimeoutException.class);
            assertThat(Swallows.NEXT).isFalse();
        }
    }

    @PostEvent
    @Dependent
    static class Counting {
        static final AtomicBoolean DESTROYED = new AtomicBoolean();
        private int runs;

        int count(String text) {
            return ++runs;
        }

        @PreDestroy
        void destroy() {
            DESTROYED.set(true);
        }
    }

    @Test
    void aDependentEventLivesForOneRun() throws Exception {
        try (var deployed = Deployed.of(Counting.class)) {
            assertThat(deployed.run("counting", "a")).isEqualTo(1);
            assertThat(Counting.DESTROYED).isTrue();
            assertThat(deployed.run("counting", "b")).isEqualTo(1);
        }
    }

    abstract static class Generic<T> {
        abstract Object first(T payload);

        Object second(T payload) {
            return "base";
        }
    }

    @PostEvent
    @Steps({"first", "second"})
    static class Overrides extends Generic<Item> {
        @Override
        Object first(Item item) {
            return item;
        }

        @Override
        Object second(Item item) {
            return "own";
        }
    }

    @Test
    void aStepMayOverrideAGenericMethod() throws Exception {
        try (var deployed = Deployed.of(Overrides.class)) {
            assertThat(deployed.run("overrides", new Item("a"))).isEqualTo("own");
        }
    }

    @GetEvent
    static class Aborted {
        String run() throws InterruptedException {
            Thread.sleep(60_000);
            return "";
        }
    }

    @Test
    void anInterruptFromElsewhereIsNoTimeout() {
        try (var deployed = Deployed.of(Aborted.class)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> deployed.run("aborted", null)).isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @AfterEach
    void forgetProperties() {
        System.clearProperty("hopeit.event.slow.timeout");
        System.clearProperty("hopeit.event.swallows.timeout");
    }

    @PostEvent
    static class Public extends Shown {}

    @Test
    void aStepIsInheritedFromAClassThatIsNotPublic() throws Exception {
        try (var deployed = Deployed.of(Public.class)) {
            assertThat(deployed.run("public", "x")).isEqualTo("saved x");
        }
    }

    @PostEvent
    @Singleton
    static class Alone {
        static final AtomicInteger MADE = new AtomicInteger();

        @PostConstruct
        void make() {
            MADE.incrementAndGet();
        }

        String run(String text) {
            return text;
        }
    }

    @Test
    void aSingletonIsMadeAtItsFirstRun() throws Exception {
        Alone.MADE.set(0);
        try (var deployed = Deployed.of(Alone.class)) {
            assertThat(Alone.MADE).hasValue(0);
            assertThat(deployed.run("alone", "x")).isEqualTo("x");
        }
    }
}
