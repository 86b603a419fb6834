package io.hopeit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.DataObject;
import io.hopeit.Order;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake has a bean, and the text that its developer reads. */
class DeploymentProblemsTest {
    private static final String HERE = DeploymentProblemsTest.class.getName() + "$";

    record Status(String when) {}

    @DataObject(eventId = "idd", eventTs = "status.wen")
    record Misspelled(String id, Status status) {}

    @DataObject(eventTs = "day")
    record ByDay(LocalDate day) {}

    @DataObject("model.Twin")
    record One() {}

    @DataObject("model.Twin")
    record Other() {}

    @DataObject(
            value = "model.Renamed",
            aliases = {"model.Twin", ""})
    record Renamed() {}

    sealed interface Either {}

    @DataObject(eventId = "name")
    record Left(String id) implements Either {}

    @StreamEvent(read = "orders")
    static class BadPaths {
        void take(Misspelled payload) {}
    }

    @PostEvent
    @WriteStream("orders")
    static class BadResult {
        ByDay make() {
            return new ByDay(LocalDate.EPOCH);
        }
    }

    @StreamEvent(read = "orders")
    @Steps({"one", "other"})
    static class Twins {
        void one(One one) {}

        void other(Other other) {}
    }

    @StreamEvent(read = "orders")
    @Steps({"one", "renamed"})
    static class TwinByAlias {
        void one(One one) {}

        void renamed(RenamedToo renamed) {}
    }

    @DataObject(value = "model.RenamedToo", aliases = "model.Twin")
    record RenamedToo() {}

    @StreamEvent(read = "orders")
    static class BadAlias {
        void take(Renamed renamed) {}
    }

    @StreamEvent(read = "orders")
    @RolesAllowed("clerk")
    static class ForRoles {
        void take(String text) {}
    }

    @StreamEvent(read = "orders")
    static class BadAlternative {
        void take(Either either) {}
    }

    @StreamEvent(read = "orders", order = Order.KEY, key = "status.wen")
    static class BadKey {
        void take(Keyed payload) {}
    }

    record Keyed(Status status) {}

    @StreamEvent(read = "orders", order = Order.KEY, key = "status.when")
    @Steps({"text", "count"})
    static class KeyOfWhatIsReceived {
        String text(Keyed payload) {
            return "";
        }

        void count(String text) {}
    }

    @ApplicationScoped
    static class Nameless {
        @Inject
        @WriteStream
        Publisher<String> nameless;
    }

    @ApplicationScoped
    static class BadlyNamed {
        @Inject
        @WriteStream("my orders")
        Publisher<String> orders;
    }

    @ApplicationScoped
    static class BadQueue {
        @Inject
        @WriteStream(value = "orders", queues = "high prio")
        Publisher<String> orders;
    }

    @ApplicationScoped
    static class QueueTwice {
        @Inject
        @WriteStream(
                value = "orders",
                queues = {"high", "high"})
        Publisher<String> orders;
    }

    @ApplicationScoped
    static class NoQueue {
        @Inject
        @WriteStream(
                value = "orders",
                queues = {})
        Publisher<String> orders;
    }

    @Dependent
    @WriteStream
    static class Printer {}

    @ApplicationScoped
    static class NoPublisher {
        @Inject
        @WriteStream("orders")
        Printer printer;
    }

    @ApplicationScoped
    static class BadPayload {
        @Inject
        @WriteStream("orders")
        Instance<Publisher<Left>> orders;
    }

    @PostEvent
    static class BadParameter {
        void post(String text, @WriteStream("my orders") Publisher<String> orders) {}
    }

    @PostEvent
    @WriteStream("orders")
    static class ManyAtOnce {
        List<String> post(String text) {
            return List.of(text);
        }
    }

    interface Shape {}

    @StreamEvent(read = "orders")
    static class TakesMany {
        void take(List<One> many) {}
    }

    @StreamEvent(read = "orders")
    static class TakesAny {
        void take(Shape any) {}
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of(
                        TakesMany.class,
                        HERE + "TakesMany: takes List<One>, which no message is: take each of its values, or a record "
                                + "that has it."),
                Arguments.of(
                        TakesAny.class,
                        HERE
                                + "TakesAny: takes Shape, which no message is: take a class that is published, seal it, or "
                                + "list its classes by @JsonSubTypes."),
                Arguments.of(
                        ManyAtOnce.class,
                        HERE + "ManyAtOnce.post(String): publishes List<String>, which has no name in messages: return "
                                + "a Stream to publish each, or a record."),
                Arguments.of(
                        BadPaths.class,
                        HERE + "Misspelled: @DataObject has eventId = \"idd\", but Misspelled has no \"idd\". "
                                + "Did you mean \"id\"?"),
                Arguments.of(
                        BadPaths.class,
                        HERE + "Misspelled: @DataObject has eventTs = \"status.wen\", but Status has no \"wen\". "
                                + "Did you mean \"when\"?"),
                Arguments.of(
                        BadResult.class,
                        HERE + "ByDay: @DataObject has eventTs = \"day\", which is of type LocalDate; a time is an "
                                + "Instant, OffsetDateTime, ZonedDateTime or String."),
                Arguments.of(
                        Twins.class,
                        HERE + "Twins: its payload types One and Other are all called \"model.Twin\" in messages; "
                                + "give each a @DataObject name of its own."),
                Arguments.of(
                        TwinByAlias.class,
                        HERE + "TwinByAlias: its payload types One and RenamedToo are all called \"model.Twin\" in "
                                + "messages; give each a @DataObject name of its own."),
                Arguments.of(
                        BadAlias.class,
                        HERE + "Renamed: @DataObject has an empty alias; name what the type was called, or leave it "
                                + "out."),
                Arguments.of(
                        ForRoles.class,
                        HERE + "ForRoles: has @RolesAllowed and reads a stream, where nothing proves who has sent a "
                                + "message: set hopeit.streams.identity.signing-key to a secret that its publishers "
                                + "have too, or take @RolesAllowed away."),
                Arguments.of(
                        BadAlternative.class,
                        HERE + "Left: @DataObject has eventId = \"name\", but Left has no \"name\"."),
                Arguments.of(
                        BadPayload.class, HERE + "Left: @DataObject has eventId = \"name\", but Left has no \"name\"."),
                Arguments.of(
                        BadKey.class,
                        HERE
                                + "BadKey: its messages are in the order of \"status.wen\", but Status, in payloads of type "
                                + "Keyed, has no \"wen\". Did you mean \"when\"?"),
                Arguments.of(
                        Nameless.class,
                        HERE
                                + "Nameless: nameless is @WriteStream without the name of a stream: put it there, as in @WriteStream(\"orders\")."),
                Arguments.of(
                        BadlyNamed.class,
                        HERE + "BadlyNamed: \"my orders\" is not a stream's name; use letters and digits, joined by "
                                + "dots, dashes or underscores."),
                Arguments.of(
                        BadParameter.class,
                        HERE + "BadParameter: \"my orders\" is not a stream's name; use letters and digits, joined by "
                                + "dots, dashes or underscores."),
                Arguments.of(
                        BadQueue.class,
                        HERE + "BadQueue: \"high prio\" is not a queue's name; use letters and digits, joined by dots, "
                                + "dashes or underscores."),
                Arguments.of(
                        QueueTwice.class, HERE + "QueueTwice: a queue is named twice in [high, high]; name each once."),
                Arguments.of(
                        NoQueue.class,
                        HERE + "NoQueue: orders is @WriteStream without a queue: name one, such as AUTO."),
                Arguments.of(
                        NoPublisher.class,
                        HERE + "NoPublisher: printer is @WriteStream and of type Printer; a Publisher can be injected "
                                + "there."));
    }

    @ParameterizedTest
    @MethodSource
    void problems(Class<?> bean, String text) {
        assertThat(Deployed.problems(bean, Printer.class).lines().map(line -> line.replaceFirst("^  \\d+\\. ", "")))
                .contains(text);
    }

    @Test
    void whatAStepMakesNeedsNoOrderKey() {
        try (var deployed = Deployed.with(Map.of("hopeit.streams.broker", "memory"), KeyOfWhatIsReceived.class)) {
            assertThat(deployed.broker().isReachable()).isTrue();
        }
    }

    @Test
    void allAreReportedTogether() {
        assertThat(Deployed.problems(BadPaths.class, Nameless.class, NoQueue.class))
                .startsWith("hopeit: 4 problems in this deployment");
    }
}
