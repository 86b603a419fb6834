package io.hopeit.streams;

import static io.hopeit.streams.DepotApp.soon;
import static io.hopeit.streams.DepotApp.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a stream accepts. */
abstract class PublishRulesContract extends DepotContract {

    @Test
    void aMessageThatIsTooLargeIsRefusedAndTheNextIsNot() {
        start(Map.of(".max-message-size", "1000", ".compression", "none"));
        var large = "p".repeat(1001);
        assertThatThrownBy(() -> app.desk().send(large))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is too large for parcels, whose max-message-size is 1000");

        app.desk().send("p1");
        until(() -> app.ledger().done().equals(List.of("p1")));
    }

    @Test
    void aMessageWithAKnownIdIsAppendedOnce() {
        start(Map.of(".idempotent-for", "PT1M"));
        app.desk().send("p1", "p1", "p2", "p1");

        soon().during(Duration.ofMillis(300))
                .until(() -> app.ledger().done().stream().sorted().toList().equals(List.of("p1", "p2")));
        assertThat(app.ledger().attempts("p1")).isEqualTo(1);
    }

    @Test
    void whatHasNoIdIsNotTakenForWhatWasThere() {
        start(Map.of(".idempotent-for", "PT1M"));
        app.desk().send("", "");

        until(() -> app.ledger().attempts("") == 2);
    }

    @Test
    void aPayloadThatReadersWouldNotTakeIsRefusedAndOneThatTheyTakeIsDone() {
        start(Map.of(".max-payload-size", "1000"));
        assertThatThrownBy(() -> app.desk().send("p".repeat(1001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "too large: the max-payload-size of its stream, beyond which it is not read, is 1000");

        var large = "p".repeat(900); // more than 1000 in Base64, which is no part of the payload
        app.desk().send(large);
        until(() -> app.ledger().done().equals(List.of(large)));
    }
}
