package io.hopeit.config;

import io.hopeit.config.StreamsSettings.BrokerKind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Reads MicroProfile Config into settings, once, at deployment.
 *
 * <p>It never throws for what configuration says: a wrong value is noted in {@link #problems()} and its default taken,
 * so that one deployment error can list all mistakes. The keys it has been asked for are the keys that exist; any other
 * {@code hopeit.*} key is in {@link #unknownKeys()}. Not thread-safe: deployment is one thread.
 */
public final class SettingsReader {
    private static final Duration LONGEST = Duration.ofDays(365);

    private final Values values;

    /** Reads from {@code config}, which has to be that of the application being deployed. */
    public SettingsReader(Config config) {
        this.values = new Values(config);
    }

    /** The application's own settings; its name is required. */
    public AppSettings app() {
        var app = values.section("hopeit.app");
        var name = app.name(
                "name",
                "",
                "hopeit.app.name is not set. Put hopeit.app.name=my-app in "
                        + "META-INF/microprofile-config.properties.");
        return app(app, name, "1.0");
    }

    /** Settings of a further application, whose package says its name and version. */
    public AppSettings app(String name, String version) {
        return app(named("hopeit.apps.", name), name, version);
    }

    private static AppSettings app(Section app, String name, String version) {
        return new AppSettings(
                name,
                app.name("version", version, ""),
                app.names("plugins"),
                app.choices("auth", AuthMethod.class),
                app.origins("cors-origins"));
    }

    /** Settings of all applications together. */
    public DeploymentSettings deployment() {
        var all = values.section("hopeit");
        return new DeploymentSettings(
                all.names("track-headers"),
                all.names("enabled-groups"),
                all.flag("security.deny-by-default", false),
                all.name("management.role", "hopeit-admin", ""));
    }

    /** Settings of the event with this name, in either spelling: {@code save_something} or {@code save-something}. */
    public EventSettings event(String name) {
        var event = named("hopeit.event.", name, "hopeit.event-defaults");
        return new EventSettings(
                event.duration("timeout", Duration.ofSeconds(60), LONGEST),
                event.number("max-body-size", 1 << 20, 0, Long.MAX_VALUE),
                event.durationOrZero("step-delay", LONGEST),
                event.durationOrZero("throttle", LONGEST),
                overrides(named("hopeit.event.", name)));
    }

    private static EventOverrides overrides(Section event) {
        return new EventOverrides(
                event.flag("enabled", true),
                event.optionalName("group"),
                event.optionalText("route"),
                event.choices("auth", AuthMethod.class),
                new EventOverrides.Read(
                        event.optionalName("read-stream.name"),
                        event.names("read-stream.queues"),
                        event.optionalText("read-stream.group")),
                new EventOverrides.Write(
                        event.optionalName("write-stream.name"),
                        event.names("write-stream.queues"),
                        event.optionalFlag("write-stream.propagate")));
    }

    /** Settings of the stream with this name, in either spelling; {@code defaultKey} is its key when none is set. */
    public StreamSettings stream(String name, String defaultKey) {
        var stream = named("hopeit.stream.", name, "hopeit.stream-defaults");
        return new StreamSettings(
                named("hopeit.stream.", name).streamKey("key", defaultKey),
                (int) stream.number("batch-size", 100, 1, 10_000),
                stream.duration("block", Duration.ofSeconds(2), Duration.ofMinutes(5)),
                (int) stream.number("concurrency", 100, 1, 100_000),
                stream.choice("serialization", Serialization.class, Serialization.JSON_BASE64),
                stream.choice("compression", Compression.class, Compression.LZ4),
                stream.number("max-length", 0, 0, Long.MAX_VALUE),
                (int) stream.number("max-payload-size", 1 << 20, 1, Integer.MAX_VALUE - 8));
    }

    /** Settings of all streams together. */
    public StreamsSettings streams() {
        var streams = values.section("hopeit.streams");
        return new StreamsSettings(
                streams.choice("broker", BrokerKind.class, BrokerKind.REDIS),
                streams.flag("start", true),
                streams.duration("drain-timeout", Duration.ofSeconds(10), LONGEST));
    }

    /** How to reach Redis. */
    public RedisSettings redis() {
        var redis = values.section("hopeit.redis");
        return new RedisSettings(
                redis.uri("uri", URI.create("redis://localhost:6379"), List.of("redis", "rediss")),
                redis.duration("command-timeout", Duration.ofMillis(1500), LONGEST),
                redis.duration("connect-timeout", Duration.ofSeconds(2), LONGEST));
    }

    /**
     * The settings of a module, which reads them itself: {@code section("hopeit.basic-auth")}. With more than one prefix,
     * the first for which there is a value wins.
     */
    public Section section(String... prefixes) {
        return values.section(prefixes);
    }

    /** One line for each wrong value read so far: key, value and what would be right. */
    public List<String> problems() {
        return values.problems();
    }

    /** One line for each {@code hopeit.*} key, or {@code HOPEIT_*} variable, that nothing has asked for so far. */
    public List<String> unknownKeys() {
        return values.unknownKeys();
    }

    private Section named(String prefix, String name, String... defaults) {
        var prefixes = new ArrayList<>(List.of(prefix + Names.spinal(name), prefix + Names.snake(name)));
        prefixes.addAll(List.of(defaults));
        return values.section(prefixes.toArray(String[]::new));
    }
}
