package io.hopeit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** The sample's configuration of hopeit.engine, as settings. */
class AppConfigMappingTest {
    private static final String S = "simple_example.0x30.streams.something_event";

    private final Config config = AppConfigs.sample();
    private final SettingsReader settings = new SettingsReader(config);

    @Test
    void theApplicationHasItsNameVersionPluginsAndOrigins() {
        assertThat(settings.app())
                .isEqualTo(new AppSettings("simple-example", "0.30", List.of("basic-auth"), List.of(), List.of("*")));
    }

    @Test
    void trackHeadersAreThoseOfTheDeployment() {
        assertThat(settings.deployment().trackHeaders()).containsExactly("caller", "session_id");
    }

    @Test
    void anEventHasItsAuthGroupAndRoute() {
        assertThat(settings.event("list_somethings").overrides().auth()).containsExactly(AuthMethod.BEARER);
        assertThat(settings.event("save_something").overrides().group()).contains("g2");
        assertThat(settings.event("query_something").overrides().route())
                .contains("/api/simple-example/0x30/query-something");
    }

    @Test
    void aStreamHasTheNameThatAnnotationsGiveItAndTheOriginalsKey() {
        assertThat(settings.event("service.something_generator").overrides().write())
                .isEqualTo(
                        new EventOverrides.Write(Optional.of("streams.something_event"), List.of(), Optional.empty()));
        assertThat(settings.stream("streams.something-event", "other").key()).isEqualTo(S);
    }

    @Test
    void anEventReadsItsQueuesInItsGroup() {
        assertThat(settings.event("streams.process_events").overrides().read())
                .isEqualTo(new EventOverrides.Read(
                        Optional.of("streams.something_event"),
                        List.of("high-prio", "AUTO"),
                        Optional.of("simple_example.0x30.streams.process_events")));
    }

    @Test
    void anEventWritesItsQueuesByItsStrategy() {
        assertThat(settings.event("streams.something_event").overrides().write())
                .isEqualTo(new EventOverrides.Write(
                        Optional.of("streams.something_event"), List.of("high-prio"), Optional.of(true)));
    }

    @Test
    void settingsOfAStreamAreThoseOfTheStream() {
        var stream = settings.stream("streams.something_event", "");

        assertThat(stream.publish().trimming().maxLength()).isEqualTo(1000);
        assertThat(stream.consume().batchSize()).isEqualTo(5);
        assertThat(stream.consume().block()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aLengthOfHopeitDropsAlsoWhatIsUnread() {
        assertThat(settings.stream("streams.something_event", "")
                        .publish()
                        .trimming()
                        .unread())
                .isTrue();
        assertThat(settings.stream("others", "").publish().trimming().unread()).isFalse();
    }

    @Test
    void settingsOfAStreamAreAlsoThoseOfItsEventsUnlessTheySayOtherwise() {
        assertThat(settings.event("streams.something_event").throttle()).isEqualTo(Duration.ofMillis(10));
        assertThat(settings.event("streams.process_events").throttle()).isEqualTo(Duration.ofMillis(20));
        assertThat(settings.event("streams.process_events").stepDelay()).isEqualTo(Duration.ofMillis(5));
    }

    @Test
    void theTimeoutIsThatOfRequestsOrOfStreams() {
        assertThat(settings.event("save_something").timeout()).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.event("streams.process_events").timeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whatTheApplicationReadsItselfIsUnderItsOwnPath() {
        assertThat(config.getValue("env.upload_something.chunk_size", Integer.class))
                .isEqualTo(16384);
        assertThat(config.getValue("settings.fs_storage.partition_dateformat", String.class))
                .isEqualTo("%Y/%m/%d/%H/");
        assertThat(config.getValue("settings.save_something.sizes", int[].class))
                .containsExactly(1, 2);
    }

    @Test
    void theSampleHasNoProblemsAndItsWarningsSayWhatToDo() {
        for (var event : List.of(
                "setup_something",
                "list_somethings",
                "list_somethings_unsecured",
                "query_something",
                "save_something",
                "service.something_generator",
                "streams.something_event",
                "streams.process_events")) {
            settings.event(event);
        }
        settings.app();
        settings.deployment();
        settings.stream("streams.something_event", "");

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.unknownKeys())
                .containsExactly(
                        "engine.import_modules (1.json): has no counterpart here: "
                                + "events are found as CDI beans; leave it out.",
                        "engine.read_stream_interval (1.json): has no counterpart here: "
                                + "an empty stream is waited for without pauses; leave it out.",
                        "events.list_somethings_unsecured.impl (1.json): has no counterpart here: "
                                + "the class with that event's name is taken; leave it out.",
                        "settings.streams.process_events.logging (1.json): has no counterpart here: "
                                + "logging is that of the server; configure it there.");
    }

    @Test
    void anEventsOwnSettingsWinOverThoseOfItsStream() {
        var shop = new SettingsReader(AppConfigs.shop("""
                "events": {
                  "place": {"type": "POST", "write_stream": {"name": "shop.1x0.orders"}},
                  "ship": {"type": "STREAM", "read_stream": {"name": "shop.1x0.orders", "consumer_group": "g"}}},
                "settings": {
                  "place": {"stream": {"compression": "lz4:16", "target_max_len": 7, "batch_size": 9}},
                  "ship": {"stream": {"batch_size": 3}},
                  "shop.1x0.orders": {"stream": {"compression": "none", "serialization": "json", "batch_size": 4}}}
                """));
        var orders = shop.stream("orders", "");

        assertThat(orders.publish().compression()).isEqualTo(Compression.LZ4_16);
        assertThat(orders.publish().serialization()).isEqualTo(Serialization.JSON);
        assertThat(orders.publish().trimming().maxLength()).isEqualTo(7);
        assertThat(orders.consume().batchSize()).isEqualTo(3);
    }

    @Test
    void aSectionMayBeAboutAnEventAndAStreamOfTheSameName() {
        var shop = new SettingsReader(AppConfigs.shop("""
                "events": {
                  "orders": {"type": "POST", "write_stream": {"name": "stock"}},
                  "place": {"type": "POST", "write_stream": {"name": "orders"}}},
                "settings": {"orders": {
                  "response_timeout": 7, "stream": {"throttle_ms": 3, "target_max_len": 9}}}
                """));

        assertThat(shop.event("orders").timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(shop.event("orders").throttle()).isEqualTo(Duration.ofMillis(3));
        assertThat(shop.event("place").throttle()).isEqualTo(Duration.ofMillis(3));
        assertThat(shop.stream("orders", "").publish().trimming().maxLength()).isEqualTo(9);
        assertThat(shop.stream("stock", "").publish().trimming().maxLength()).isEqualTo(9);
    }

    @Test
    void anEventThatWritesAndReadsTakesTheSettingsOfTheStreamThatItWrites() {
        var shop = new SettingsReader(AppConfigs.shop("""
                "events": {"move": {"type": "STREAM",
                  "read_stream": {"name": "in", "consumer_group": "g"}, "write_stream": {"name": "out"}}},
                "settings": {"in": {"stream": {"throttle_ms": 1}}, "out": {"stream": {"throttle_ms": 2}}}
                """));

        assertThat(shop.event("move").throttle()).isEqualTo(Duration.ofMillis(2));
    }

    @Test
    void twoEventsThatWantOneStreamToBeDifferentAreAWarning() {
        var shop = new SettingsReader(AppConfigs.shop("""
                "events": {"a": {"write_stream": {"name": "s"}}, "b": {"write_stream": {"name": "s"}}},
                "settings": {"a": {"stream": {"compression": "gzip"}}, "b": {"stream": {"compression": "zip"}}}
                """));

        assertThat(shop.unknownKeys())
                .contains("settings.b.stream.compression (1.json): settings.a.stream.compression says otherwise, "
                        + "and a stream has one value here; say it in the settings of the stream.");
    }

    @Test
    void aCommaInATextOfAListIsPartOfIt() {
        var shop = AppConfigs.shop("\"settings\": {\"mail\": {\"to\": [\"Lovelace, Ada\", \"bob\"]}}");
        var to = new Key<>("to", Kind.texts(), List.of(), "who gets it");

        assertThat(new SettingsReader(shop).section("settings.mail").get(to)).containsExactly("Lovelace, Ada", "bob");
        assertThat(shop.getValue("settings.mail.to", String[].class)).containsExactly("Lovelace, Ada", "bob");
    }

    @Test
    void theServersConfigurationGivesRedisAndTheDefaultForAuth() {
        var reader = new SettingsReader(
                AppConfigs.config(Map.of(), """
                {"engine_version": "0.30.1",
                 "streams": {"stream_manager": "hopeit.redis_streams.RedisStreamManager",
                             "connection_str": "redis://cache:6380"},
                 "auth": {"default_auth_methods": ["Bearer"], "domain": null}}
                """, "{\"app\": {\"name\": \"shop\", \"version\": \"2.0\"}}"));

        assertThat(reader.redis().address()).isEqualTo("redis://cache:6380");
        assertThat(reader.app().auth()).containsExactly(AuthMethod.BEARER);
        assertThat(reader.streams().broker()).isEqualTo(StreamsSettings.BrokerKind.REDIS);
        assertThat(reader.unknownKeys()).isEmpty();
    }

    @Test
    void theLastFileWithAnAppIsTheApplicationAndThoseBeforeAreFurtherOnes() {
        var reader = new SettingsReader(AppConfigs.config(
                Map.of(),
                "{\"app\": {\"name\": \"mail-box\", \"version\": \"3.0\"}, \"engine\": {\"cors_origin\": \"*\"}}",
                "{\"app\": {\"name\": \"shop\", \"version\": \"2.0\"}}"));

        assertThat(reader.app()).isEqualTo(new AppSettings("shop", "2.0", List.of(), List.of(), List.of()));
        assertThat(reader.app("mail-box", "1.0"))
                .isEqualTo(new AppSettings("mail-box", "3.0", List.of(), List.of(), List.of("*")));
    }

    @Test
    void anApplicationsPropertiesWinInEitherSpelling() {
        var file =
                "{\"app\": {\"name\": \"shop\", \"version\": \"1.0\"}, \"events\": {\"save_order\": {\"group\": \"a\"}},"
                        + " \"settings\": {\"save_order\": {\"response_timeout\": 1}}}";
        var reader = new SettingsReader(AppConfigs.config(
                Map.of("hopeit.event.save-order.timeout", "PT2S", "hopeit.event.save_order.group", "b"), file));

        assertThat(reader.event("save_order").timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(reader.event("save_order").overrides().group()).contains("b");
    }
}
