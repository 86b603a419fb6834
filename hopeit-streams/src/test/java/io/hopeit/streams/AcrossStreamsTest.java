package io.hopeit.streams;

import static io.hopeit.streams.Messages.origin;
import static io.hopeit.streams.Messages.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.EventContext;
import io.hopeit.Identity;
import io.hopeit.StreamEvent;
import io.hopeit.config.AuthMethod;
import io.hopeit.config.Compression;
import io.hopeit.config.Serialization;
import io.hopeit.spi.RequestScopes;
import io.hopeit.spi.TraceParent;
import io.hopeit.streams.Shop.Diary;
import io.hopeit.streams.Shop.Forward;
import io.hopeit.streams.Shop.Order;
import io.hopeit.streams.spi.BlockingReader;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a message brings goes on into the messages that its run sends. */
class AcrossStreamsTest {
    private static final Identity ADA =
            new Identity(AuthMethod.BEARER, "ada", Map.of("user", "ada", "groups", List.of("clerk")), true);
    private static final Optional<TraceParent> TRACE =
            TraceParent.parse("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    @StreamEvent(read = "shipments")
    static class Watch {
        @Inject
        Diary diary;

        @Inject
        RequestScopes scopes;

        void watch(String shipment, EventContext context) {
            diary.note(scopes.trace().map(TraceParent::toString).orElse("none"));
            diary.note(context.identity().toString());
        }
    }

    /** An order comes in, is forwarded, and what arrives there is noted. */
    private static List<String> arrives(Map<String, String> config) throws Exception {
        var all = new HashMap<>(config);
        all.put("hopeit.streams.broker", "memory");
        try (var app = Deployed.with(all, Diary.class, Forward.class, Watch.class)) {
            var order = app.get(MessageCodec.class)
                    .encode(
                            Payload.of(new Order("o1")),
                            new Origin(origin().trackIds(), ADA, TRACE),
                            StreamEvent.AUTO,
                            settings(Serialization.JSON, Compression.NONE));
            BlockingReader.append(app.broker(), "shop.1x0.orders", order, 0);
            var diary = app.get(Diary.class);
            return List.of(diary.next(), diary.next());
        }
    }

    @Test
    void aTraceGoesOnWithoutTelemetryAndASenderUnverified() throws Exception {
        assertThat(arrives(Map.of()))
                .containsExactly(TRACE.orElseThrow().toString(), "Identity[bearer ada, unverified]");
    }

    @Test
    void aVerifiedSenderStaysSoWhereMessagesAreSigned() throws Exception {
        assertThat(arrives(Map.of("hopeit.streams.identity.signing-key", "a secret of more than thirty-two bytes")))
                .last()
                .isEqualTo("Identity[bearer ada]");
    }
}
