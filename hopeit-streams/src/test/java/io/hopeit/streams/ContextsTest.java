package io.hopeit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.App;
import io.hopeit.Identity;
import io.hopeit.TrackIds;
import io.hopeit.config.AppSettings;
import io.hopeit.config.Compression;
import io.hopeit.config.DeploymentSettings;
import io.hopeit.config.EventSettings;
import io.hopeit.config.Serialization;
import io.hopeit.spi.Access;
import io.hopeit.spi.AppDefinition;
import io.hopeit.spi.Docs;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventId;
import io.hopeit.spi.Flow;
import io.hopeit.spi.StreamDefinition;
import io.hopeit.spi.Trigger;
import io.hopeit.streams.Decoded.Message;
import io.hopeit.streams.spi.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContextsTest {
    private static final App APP = new App("shop", "1.0");
    private static final Trigger.Read READ = new Trigger.Read(
            new StreamDefinition("orders", Messages.settings(Serialization.JSON, Compression.NONE)),
            List.of("AUTO"),
            "the.group");
    private static final EventDefinition EVENT = new EventDefinition(
            new EventId(APP, Optional.empty(), "take_order"),
            ContextsTest.class,
            READ,
            Flow.of(List.of()),
            Optional.empty(),
            Access.OPEN,
            EventSettings.defaults(),
            Docs.NONE);

    private final Contexts contexts = new Contexts(
            new EventCatalogue(
                    List.of(new AppDefinition(APP, new AppSettings("shop", "1.0", List.of(), List.of(), List.of()))),
                    new DeploymentSettings(List.of("caller", "session"), List.of(), false, "admin"),
                    List.of()),
            new HandMovedTime());

    private Map<String, String> consumed(Map<String, String> trackIds) {
        var message =
                new Message("payload", "id", "type", new Origin(new TrackIds(trackIds), Identity.ANONYMOUS), "AUTO");
        var entry = new Entry("shop.1x0.orders", "1-1", Map.of());
        return contexts.consumed(EVENT, READ, entry, message).trackIds().values();
    }

    @Test
    void aRunIsANewOperationOfTheMessagesRequest() {
        var received = new LinkedHashMap<String, String>();
        received.put("track.caller", "me");
        received.put("track.session", "");
        received.put(TrackIds.REQUEST_TS, "then");
        received.put(TrackIds.REQUEST_ID, "req");
        received.put(TrackIds.OPERATION_ID, "old");

        var ids = consumed(received);

        assertThat(ids.get(TrackIds.OPERATION_ID)).hasSize(36);
        assertThat(new LinkedHashMap<>(ids).entrySet().stream().skip(1))
                .containsExactly(
                        Map.entry(TrackIds.REQUEST_ID, "req"),
                        Map.entry(TrackIds.REQUEST_TS, "then"),
                        Map.entry("track.caller", "me"),
                        Map.entry("track.session", ""),
                        Map.entry("stream.name", "shop.1x0.orders"),
                        Map.entry("stream.msg_id", "1-1"),
                        Map.entry("stream.consumer_group", "the.group"),
                        Map.entry(TrackIds.EVENT_APP, "shop.1x0"));
    }

    @Test
    void idsThatTheApplicationDoesNotKnowAreLeftOutAndLongOnesCut() {
        var ids = consumed(Map.of("track.flood", "x", "track.caller", "y".repeat(1000)));

        assertThat(ids).doesNotContainKey("track.flood");
        assertThat(ids.get("track.caller")).hasSize(256);
    }

    @Test
    void aMessageWithoutARequestBeginsOne() {
        var ids = consumed(Map.of(TrackIds.REQUEST_ID, ""));

        assertThat(ids.get(TrackIds.REQUEST_ID)).hasSize(36);
        assertThat(ids.get(TrackIds.REQUEST_TS)).endsWith("+00:00");
    }

    @Test
    void aRunKnowsHowOftenItsMessageHasBeenDelivered() {
        var message = new Message("payload", "id", "type", contexts.fresh(), "AUTO");
        var entry = new Entry("shop.1x0.orders", "1-1", Map.of(), 3);

        var context = contexts.consumed(EVENT, READ, entry, message);

        assertThat(context.deliveries()).isEqualTo(3);
        assertThat(StreamExtras.of(EVENT, READ, entry, context)).containsEntry("stream.deliveries", 3L);
    }

    @Test
    void aFirstDeliveryIsNotSaidInLogs() {
        var message = new Message("payload", "id", "type", contexts.fresh(), "AUTO");
        var entry = new Entry("shop.1x0.orders", "1-1", Map.of());

        var context = contexts.consumed(EVENT, READ, entry, message);

        assertThat(context.deliveries()).isEqualTo(1);
        assertThat(StreamExtras.of(EVENT, READ, entry, context)).doesNotContainKey("stream.deliveries");
    }

    @Test
    void eachFreshRequestHasIdsOfItsOwn() {
        var one = contexts.fresh();
        var other = contexts.fresh();

        assertThat(one.trackIds().values().keySet())
                .containsExactly(TrackIds.OPERATION_ID, TrackIds.REQUEST_ID, TrackIds.REQUEST_TS, TrackIds.EVENT_APP);
        assertThat(one.trackIds().requestId())
                .isNotEqualTo(other.trackIds().requestId())
                .isNotEqualTo(one.trackIds().operationId());
    }
}
