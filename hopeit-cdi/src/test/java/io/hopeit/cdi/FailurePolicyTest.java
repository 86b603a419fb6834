package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hopeit.OnFailure;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.StreamEvent;
import io.hopeit.spi.FailurePolicy;
import io.hopeit.spi.Trigger;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailurePolicyTest {
    private static final String HERE = FailurePolicyTest.class.getName() + "$";

    static class Takes {
        public void take(String order) throws IOException {}
    }

    @StreamEvent(value = "plain", read = "orders")
    static class Plain extends Takes {}

    @StreamEvent(value = "careful", read = "orders")
    @OnFailure(
            maxDeliveries = 3,
            backoff = "PT0.1S",
            maxBackoff = "PT2S",
            retryOn = IOException.class,
            abortOn = FileNotFoundException.class,
            deadLetter = false)
    static class Careful {
        void take(String order) throws IOException {}
    }

    @PostEvent("staged")
    @OnFailure(maxDeliveries = 2)
    @Steps({"count", Steps.SHUFFLE, "show"})
    static class Staged {
        Integer count(String text) {
            return 1;
        }

        void show(Integer n) {}
    }

    private static FailurePolicy policy(Map<String, String> configuration, String event, Class<?> bean) {
        try (var deployed = Deployed.with(configuration, bean)) {
            return ((Trigger.Read) deployed.event(event).trigger()).policy();
        }
    }

    @Test
    void anEventThatSaysNothingHasTheUsualPolicy() {
        assertThat(policy(Map.of(), "plain", Plain.class)).isEqualTo(FailurePolicy.DEFAULT);
    }

    @Test
    void theAnnotationSaysWhatBecomesOfAMessage() {
        assertThat(policy(Map.of(), "careful", Careful.class))
                .isEqualTo(new FailurePolicy(
                        3,
                        Duration.ofMillis(100),
                        Duration.ofSeconds(2),
                        List.of(IOException.class),
                        List.of(FileNotFoundException.class),
                        false));
    }

    @Test
    void aStageHasThePolicyOfItsClass() {
        assertThat(policy(Map.of(), "staged$show", Staged.class).maxDeliveries())
                .isEqualTo(2);
    }

    @Test
    void configurationWinsOverTheAnnotation() {
        var configuration = Map.of(
                "hopeit.stream.orders.max-deliveries", "9",
                "hopeit.stream-defaults.max-deliveries", "8",
                "hopeit.stream-defaults.backoff", "PT0S",
                "hopeit.stream.orders.retry-on", "java.lang.Exception",
                "hopeit.stream.orders.abort-on", "java.lang.IllegalStateException,java.io.EOFException",
                "hopeit.stream.orders.dead-letter", "true");

        assertThat(policy(configuration, "careful", Careful.class))
                .isEqualTo(new FailurePolicy(
                        9,
                        Duration.ZERO,
                        Duration.ofSeconds(2),
                        List.of(Exception.class),
                        List.of(IllegalStateException.class, java.io.EOFException.class),
                        true));
    }

    @Test
    void whatAbortsIsNotRetriedWhateverElseIsSaid() {
        var policy = policy(Map.of(), "careful", Careful.class);

        assertThat(policy.isRetried(new IOException())).isTrue();
        assertThat(policy.isRetried(new FileNotFoundException())).isFalse();
        assertThat(policy.isRetried(new IllegalStateException())).isFalse();
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        assertThat(LongStream.of(1, 2, 3, 6, 7, Long.MAX_VALUE)
                        .mapToObj(FailurePolicy.DEFAULT::pauseAfter)
                        .map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 32L, 60L, 60L);
    }

    @StreamEvent(read = "orders")
    @OnFailure(maxDeliveries = 0)
    static class Never extends Takes {}

    @StreamEvent(read = "orders")
    @OnFailure(backoff = "1s")
    static class NoDuration extends Takes {}

    @StreamEvent(read = "orders")
    @OnFailure(backoff = "PT2M")
    static class TooLong extends Takes {}

    @PostEvent
    @OnFailure
    static class NoStream extends Takes {}

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(Never.class, "Never: @OnFailure has maxDeliveries = 0; use at least 1."),
                arguments(
                        NoDuration.class,
                        "NoDuration: @OnFailure has backoff = \"1s\"; use a duration up to PT8760H in ISO-8601, as"
                                + " PT1.5S."),
                arguments(
                        TooLong.class,
                        "TooLong: @OnFailure has a first pause of PT2M and a longest of PT1M; make the backoff shorter,"
                                + " or the max-backoff longer."),
                arguments(
                        NoStream.class,
                        "NoStream: is @OnFailure, but reads no stream; leave it out, or cut its @Steps by SHUFFLE."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeHasATextThatSaysWhatToDo(Class<?> bean, String text) {
        assertThat(Deployed.problems(bean)).contains("1 problem ").contains(HERE + text);
    }

    static Stream<Arguments> mistakesInConfiguration() {
        return Stream.of(
                arguments(
                        "max-backoff",
                        "PT0.05S",
                        "Careful: with hopeit.stream.orders.* or hopeit.stream-defaults.*, it has a first pause of PT0.1S"
                                + " and a longest of PT0.05S; make the backoff shorter, or the max-backoff longer."),
                arguments(
                        "retry-on",
                        "java.io.IOExeption",
                        "Careful: hopeit.stream.orders.retry-on names \"java.io.IOExeption\", but there is no such class;"
                                + " write its full name. Did you mean \"java.io.IOException\"?"),
                arguments(
                        "abort-on",
                        "java.lang.String",
                        "Careful: hopeit.stream.orders.abort-on names java.lang.String, which is no exception; name one."));
    }

    @ParameterizedTest
    @MethodSource("mistakesInConfiguration")
    void aMistakeInConfigurationHasATextToo(String key, String value, String text) {
        assertThat(Deployed.problemsWith(Map.of("hopeit.stream.orders." + key, value), Careful.class))
                .contains("1 problem ")
                .contains(HERE + text);
    }
}
