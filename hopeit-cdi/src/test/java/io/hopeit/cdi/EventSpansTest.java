package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.Collected;
import io.hopeit.Collector;
import io.hopeit.EventContext;
import io.hopeit.Identity;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.StreamEvent;
import io.hopeit.TrackIds;
import io.hopeit.spi.EventRunner;
import io.hopeit.spi.RequestScopes;
import io.hopeit.spi.RequestTrace;
import io.hopeit.spi.TraceParent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class EventSpansTest {
    private static final TraceParent ARRIVED = TraceParent.parse(
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
            .orElseThrow();

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();

    private Deployed deploy(Class<?>... beans) {
        return deploy(sdk(Sampler.alwaysOn()), beans);
    }

    private static Deployed deploy(OpenTelemetry telemetry, Class<?>... beans) {
        return new Deployed(
                Deployed.weld(beans).addExtensions(new Telemetry(telemetry)).initialize());
    }

    /** What a server does that has MicroProfile Telemetry. */
    static class Telemetry implements Extension {
        private final OpenTelemetry telemetry;

        Telemetry(OpenTelemetry telemetry) {
            this.telemetry = telemetry;
        }

        void add(@Observes AfterBeanDiscovery discovery) {
            discovery
                    .<OpenTelemetry>addBean()
                    .types(OpenTelemetry.class)
                    .scope(ApplicationScoped.class)
                    .createWith(context -> telemetry);
        }
    }

    private OpenTelemetry sdk(Sampler sampler) {
        return OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(sampler)
                        .addSpanProcessor(SimpleSpanProcessor.create(exported))
                        .build())
                .build();
    }

    private SpanData span(String name) {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no span " + name + " in " + exported.getFinishedSpanItems()));
    }

    private static String attribute(SpanData span, String key) {
        return span.getAttributes().get(AttributeKey.stringKey(key));
    }

    private static <T> T inRequest(Deployed deployed, Callable<T> work) throws Exception {
        return deployed.container().select(RequestScopes.class).get().during(work);
    }

    private static RequestTrace trace(Deployed deployed) {
        return deployed.container().select(RequestTrace.class).get();
    }

    @PostEvent("items.save")
    @Steps({"create", "storeIt"})
    static class Save {
        static String current;

        Integer create(String id) {
            return id.length();
        }

        String storeIt(Integer n) {
            current = Span.current().getSpanContext().getSpanId();
            return "stored " + n;
        }
    }

    @Test
    void aRunHasASpanAndEachStepOneInIt() throws Exception {
        try (var deployed = deploy(Save.class)) {
            deployed.run("items.save", "a");
        }

        assertThat(exported.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactly("items.save.create", "items.save.store_it", "items.save");
        assertThat(span("items.save").getKind()).isEqualTo(SpanKind.INTERNAL);
        assertThat(span("items.save").getParentSpanContext().isValid()).isFalse();
        assertThat(span("items.save.create").getParentSpanId())
                .isEqualTo(span("items.save").getSpanId());
        assertThat(span("items.save.store_it").getParentSpanId())
                .isEqualTo(span("items.save").getSpanId());
    }

    @Test
    void inAStepItsSpanIsTheCurrentOne() throws Exception {
        try (var deployed = deploy(Save.class)) {
            deployed.run("items.save", "a");

            assertThat(Save.current).isEqualTo(span("items.save.store_it").getSpanId());
            assertThat(Span.current().getSpanContext().isValid()).isFalse();
        }
    }

    @Test
    void aRunIsInTheSpanThatTheServerHasMade() throws Exception {
        var telemetry = sdk(Sampler.alwaysOn());
        var server = telemetry.getTracer("server").spanBuilder("POST").startSpan();
        try (var deployed = deploy(telemetry, Save.class);
                var scope = server.makeCurrent()) {
            deployed.run("items.save", "a");
            assertThat(Span.current()).isSameAs(server);
        }

        assertThat(span("items.save").getParentSpanId())
                .isEqualTo(server.getSpanContext().getSpanId());
    }

    @PostEvent
    @Steps("fail")
    static class Fails {
        String fail(String text) throws IOException {
            throw new IOException(text);
        }
    }

    @Test
    void aFailureIsRecordedInTheSpansOfTheStepAndTheRun() {
        try (var deployed = deploy(Fails.class)) {
            assertThatThrownBy(() -> deployed.run("fails", "disk full")).isInstanceOf(IOException.class);
        }

        for (String name : new String[] {"fails", "fails.fail"}) {
            assertThat(span(name).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span(name).getEvents().getFirst().getAttributes().asMap())
                    .containsEntry(AttributeKey.stringKey("exception.message"), "disk full");
        }
    }

    @PostEvent
    @Steps({"both", "answer"})
    @Collector(
            name = "both",
            gather = {"one", "two"})
    static class Gathers {
        String one(String text) {
            return text;
        }

        String two(String text) {
            return text;
        }

        String answer(Collected texts) {
            return texts.get("one", String.class);
        }
    }

    @Test
    void methodsOfACollectorAreInTheSpanOfTheRun() throws Exception {
        try (var deployed = deploy(Gathers.class)) {
            deployed.run("gathers", "a");
            // a method has its result told before its thread ends the span
            Awaitility.await().until(() -> exported.getFinishedSpanItems().size() == 4);
        }

        assertThat(span("gathers.one").getParentSpanId())
                .isEqualTo(span("gathers").getSpanId());
        assertThat(span("gathers.two").getParentSpanId())
                .isEqualTo(span("gathers").getSpanId());
    }

    @StreamEvent(read = "items")
    static class Ship {
        void ship(String item) {}
    }

    @Test
    void theRunOfAMessageSaysWhereItCameFrom() throws Exception {
        var ids = new LinkedHashMap<String, String>();
        ids.put("track.request_id", "r1");
        ids.put("track.operation_id", "o1");
        ids.put("track.caller", "me");
        ids.put("stream.name", "shop.1x0.items.high");
        ids.put("stream.msg_id", "1-0");
        ids.put("stream.consumer_group", "shop.1x0.ship");
        try (var deployed = deploy(Ship.class)) {
            var event = deployed.event("ship");
            var context = new EventContext(
                    event.app(),
                    Optional.empty(),
                    "ship",
                    new TrackIds(ids),
                    "high",
                    Identity.ANONYMOUS,
                    Instant.now());
            deployed.container().select(EventRunner.class).get().run(event, "a", EventRunner.Arguments.NONE, context);
        }

        assertThat(span("ship").getKind()).isEqualTo(SpanKind.CONSUMER);
        var said = new LinkedHashMap<String, Object>();
        span("ship").getAttributes().forEach((key, value) -> said.put(key.getKey(), value));
        assertThat(said)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "hopeit.app", "shop.1x0",
                        "hopeit.event", "ship",
                        "hopeit.track.request_id", "r1",
                        "hopeit.track.operation_id", "o1",
                        "messaging.system", "redis_streams",
                        "messaging.operation.type", "process",
                        "messaging.destination.name", "shop.1x0.items.high",
                        "messaging.message.id", "1-0",
                        "messaging.consumer.group.name", "shop.1x0.ship"));
    }

    private static EventContext context(Deployed deployed, String event) {
        return new EventContext(
                deployed.event(event).app(),
                Optional.empty(),
                event,
                new TrackIds(Map.of()),
                "AUTO",
                Identity.ANONYMOUS,
                Instant.now());
    }

    @Test
    void theRunOfAMessageIsARootWithALinkToTheSpanThatTheMessageWasSentIn() throws Exception {
        try (var deployed = deploy(Ship.class)) {
            var scopes = deployed.container().select(RequestScopes.class).get();
            var runner = deployed.container().select(EventRunner.class).get();
            var onward = scopes.inNew(Optional.of(ARRIVED), () -> {
                runner.run(deployed.event("ship"), "a", EventRunner.Arguments.NONE, context(deployed, "ship"));
                return scopes.trace();
            });

            assertThat(onward.orElseThrow().spanId()).isEqualTo(span("ship").getSpanId());
        }

        assertThat(span("ship").getParentSpanContext().isValid()).isFalse();
        assertThat(span("ship").getTraceId()).isNotEqualTo(ARRIVED.traceId());
        assertThat(span("ship").getLinks()).singleElement().satisfies(link -> {
            assertThat(link.getSpanContext().getTraceId()).isEqualTo(ARRIVED.traceId());
            assertThat(link.getSpanContext().getSpanId()).isEqualTo(ARRIVED.spanId());
        });
    }

    @PostEvent
    @Steps({"one", "answer"})
    @Collector(name = "one", gather = "tell")
    static class Tells {
        static Optional<TraceParent> onward = Optional.empty();

        String tell(String text, RequestScopes scopes) {
            onward = scopes.trace();
            return text;
        }

        String answer(Collected texts) {
            return texts.get("tell", String.class);
        }
    }

    @Test
    void methodsOfACollectorCarryTheTraceOfTheRunOn() throws Exception {
        try (var deployed = deploy(Tells.class)) {
            inRequest(deployed, () -> deployed.run("tells", "a"));
        }

        assertThat(Tells.onward.orElseThrow().spanId()).isEqualTo(span("tells").getSpanId());
    }

    @Test
    void aRequestGoesOnWithTheSpanOfItsRunAlsoAfterIt() throws Exception {
        try (var deployed = deploy(Save.class)) {
            var onward = inRequest(deployed, () -> {
                trace(deployed).arrived(ARRIVED);
                deployed.run("items.save", "a");
                return trace(deployed).onward().orElseThrow();
            });

            assertThat(onward)
                    .isEqualTo(new TraceParent(
                            ARRIVED.traceId(), span("items.save").getSpanId(), "01"));
            assertThat(attribute(span("items.save"), "hopeit.app")).isEqualTo("shop.1x0");
        }
    }

    @Test
    void whereTheServerMakesNoSpanTheRunIsInTheOneThatHasArrived() throws Exception {
        try (var deployed = deploy(Save.class)) {
            inRequest(deployed, () -> {
                trace(deployed).arrived(ARRIVED);
                return deployed.run("items.save", "a");
            });
        }

        assertThat(span("items.save").getParentSpanContext().isRemote()).isTrue();
        assertThat(span("items.save").getParentSpanId()).isEqualTo(ARRIVED.spanId());
    }

    @Test
    void aTraceThatIsNotSampledGoesOnAsSuch() throws Exception {
        try (var deployed = deploy(sdk(Sampler.alwaysOff()), Save.class)) {
            var onward = inRequest(deployed, () -> {
                deployed.run("items.save", "a");
                return trace(deployed).onward().orElseThrow();
            });

            assertThat(onward.flags()).isEqualTo("00");
            assertThat(exported.getFinishedSpanItems()).isEmpty();
        }
    }

    @Test
    void withoutTelemetryWhatHasArrivedGoesOn() throws Exception {
        try (var deployed = deploy(OpenTelemetry.noop(), Save.class)) {
            var onward = inRequest(deployed, () -> {
                trace(deployed).arrived(ARRIVED);
                deployed.run("items.save", "a");
                return trace(deployed).onward();
            });

            assertThat(onward).hasValue(ARRIVED);
        }
    }
}
