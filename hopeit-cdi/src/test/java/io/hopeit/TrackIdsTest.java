package io.hopeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrackIdsTest {
    private static final Map<String, String> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put(TrackIds.REQUEST_ID, "7");
        VALUES.put(TrackIds.EVENT_APP, "shop.1x0");
        VALUES.put("track.caller", "");
    }

    @Test
    void theyKeepTheirOrder() {
        assertThat(new TrackIds(VALUES).values()).containsExactlyEntriesOf(VALUES);
    }

    @Test
    void itDoesNotMatterWhatTheyAreMadeOf() {
        var ids = TrackIds.of(TrackIds.REQUEST_ID, "7", TrackIds.EVENT_APP, "shop.1x0", "track.caller", "");

        assertThat(ids).isEqualTo(new TrackIds(VALUES)).hasSameHashCodeAs(new TrackIds(VALUES));
        assertThat(ids.values()).isEqualTo(VALUES).hasSameHashCodeAs(VALUES).hasToString(VALUES.toString());
    }

    @Test
    void theyNeverChange() {
        var values = new LinkedHashMap<>(VALUES);
        var ids = new TrackIds(values);
        values.clear();

        assertThat(ids.requestId()).isEqualTo("7");
        assertThatThrownBy(() -> ids.values().put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ids.values().remove(TrackIds.REQUEST_ID))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anIdThatIsNotThereIsEmpty() {
        assertThat(TrackIds.of().get("track.caller")).isEmpty();
        assertThat(TrackIds.of().operationId()).isEmpty();
    }

    @Test
    void aNameNeedsAValue() {
        assertThatThrownBy(() -> TrackIds.of("track.caller")).hasMessageContaining("track.caller");
    }
}
