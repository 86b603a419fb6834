package io.hopeit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.QueueStrategy;
import io.hopeit.config.StreamSettings;
import io.hopeit.spi.StreamDefinition;
import io.hopeit.spi.WriteTo;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** hopeit's table of which message goes to which queue. */
class QueuesTest {
    private static final StreamDefinition STREAM = new StreamDefinition("s", StreamSettings.defaults("s"));

    @ParameterizedTest
    @CsvSource({
        "AUTO,      DROP,      AUTO,     s,             AUTO",
        "AUTO,      PROPAGATE, AUTO,     s,             AUTO",
        "AUTO,      PROPAGATE, custom,   s.custom,      custom",
        "AUTO,      DROP,      custom,   s,             AUTO",
        "custom,    DROP,      AUTO,     s.custom,      custom",
        "custom,    DROP,      other,    s.custom,      custom",
        "custom,    PROPAGATE, AUTO,     s.custom,      AUTO",
        "custom,    PROPAGATE, original, s.custom,      original",
        "q3 q4,     DROP,      original, s.q3 s.q4,     q3 q4",
        "q3 q4,     PROPAGATE, q1,       s.q3 s.q4,     q1 q1",
        "q3 AUTO,   PROPAGATE, custom,   s.q3 s.custom, custom custom",
    })
    void targets(String queues, QueueStrategy strategy, String upstream, String keys, String names) {
        var targets = new WriteTo(STREAM, List.of(queues.split(" ")), strategy).targets(upstream);

        assertThat(targets).extracting(WriteTo.Target::key).containsExactly(keys.split(" "));
        assertThat(targets).extracting(WriteTo.Target::queue).containsExactly(names.split(" "));
    }
}
