package io.hopeit.config;

import io.hopeit.config.Member.Flagging;
import io.hopeit.config.Member.Mapped;
import io.hopeit.config.Member.Needless;
import io.hopeit.config.Member.Published;
import io.hopeit.config.Member.StreamName;
import io.hopeit.config.Member.Subject;
import io.hopeit.config.Member.Without;
import java.util.List;

/** All members of hopeit.engine's app and server configuration. */
final class Members {
    private static final String EVENT = "hopeit.event.<event>.";
    private static final String STREAM = "hopeit.stream.<stream>.";
    private static final String BREAKER = "connections are opened anew by themselves; leave it out";
    private static final String AUTH = "hopeit.basic-auth.";
    private static final String JWT = "mp.jwt.verify.publickey.location";
    private static final String LOGGING = "logging is that of the server; configure it there";

    static final List<Member> ALL = List.of(
            to("app.name", "hopeit.app.name", Conversion.TEXT),
            to("app.version", "hopeit.app.version", Conversion.TEXT),
            to("plugins", "hopeit.app.plugins", Conversion.NAMES_IN_LIST),
            to("engine.track_headers", "hopeit.track-headers", Conversion.LIST),
            to("engine.cors_origin", "hopeit.app.cors-origins", Conversion.TEXT),
            to("engine.default_stream_compression", "hopeit.stream-defaults.compression", Conversion.TEXT),
            to("engine.default_stream_serialization", "hopeit.stream-defaults.serialization", Conversion.TEXT),
            to("engine.read_stream_timeout", "hopeit.stream-defaults.block", Conversion.MILLISECONDS),
            new Without("engine.read_stream_interval", "an empty stream is waited for without pauses; leave it out"),
            new Without("engine.import_modules", "events are found as CDI beans; leave it out"),
            new Without("engine.cors_routes_prefix", "hopeit.app.cors-origins is for all of its routes; leave it out"),
            new Without("app_connections", "declare a MicroProfile REST client (@RegisterRestClient)"),
            new Published("env.<section>"),
            new Needless("events.<event>.type", "said by the annotation"),
            new Needless("events.<event>.plug_mode", "said by the annotation"),
            new Needless("events.<event>.dataobjects", "said by the payloads of the steps"),
            new Needless("events.<event>.setting_keys", "not needed: all settings can be injected"),
            new Without("events.<event>.impl", "the class with that event's name is taken; leave it out"),
            new Without("events.<event>.connections", "inject a MicroProfile REST client"),
            to("events.<event>.route", EVENT + "route", Conversion.ROUTE),
            to("events.<event>.auth", EVENT + "auth", Conversion.METHODS),
            to("events.<event>.group", EVENT + "group", Conversion.TEXT),
            new StreamName("events.<event>.read_stream.name", EVENT + "read-stream.name"),
            to("events.<event>.read_stream.consumer_group", EVENT + "read-stream.group", Conversion.TEXT),
            to("events.<event>.read_stream.queues", EVENT + "read-stream.queues", Conversion.LIST),
            new StreamName("events.<event>.write_stream.name", EVENT + "write-stream.name"),
            to("events.<event>.write_stream.queues", EVENT + "write-stream.queues", Conversion.LIST),
            to("events.<event>.write_stream.queue_strategy", EVENT + "write-stream.propagate", Conversion.PROPAGATE),
            of("response_timeout", EVENT + "timeout", Subject.NOT_CONSUMERS, Conversion.SECONDS),
            of("stream.timeout", EVENT + "timeout", Subject.CONSUMERS, Conversion.SECONDS),
            of("stream.throttle_ms", EVENT + "throttle", Subject.EVENTS, Conversion.MILLISECONDS),
            of("stream.step_delay", EVENT + "step-delay", Subject.EVENTS, Conversion.MILLISECONDS),
            of("stream.batch_size", STREAM + "batch-size", Subject.READ, Conversion.TEXT),
            new Flagging(
                    of("stream.target_max_len", STREAM + "max-length", Subject.WRITTEN, Conversion.TEXT),
                    STREAM + "trim-unread"),
            of("stream.compression", STREAM + "compression", Subject.WRITTEN, Conversion.TEXT),
            of("stream.serialization", STREAM + "serialization", Subject.WRITTEN, Conversion.TEXT),
            new Without("settings.<section>.logging", LOGGING),
            new Published("settings.<section>.<key>"),
            to("streams.connection_str", "hopeit.redis.uri", Conversion.TEXT),
            to("streams.stream_manager", "hopeit.streams.broker", Conversion.BROKER),
            new Without("streams.delay_auto_start_seconds", "consumers start at once; leave it out"),
            new Without("streams.initial_backoff_seconds", BREAKER),
            new Without("streams.max_backoff_seconds", BREAKER),
            new Without("streams.num_failures_open_circuit_breaker", BREAKER),
            to("auth.default_auth_methods", "hopeit.app.auth", Conversion.METHODS),
            new Without("auth.secrets_location", "set " + AUTH + "private-key and " + AUTH + "public-key, and " + JWT),
            new Without("auth.auth_passphrase", "set " + AUTH + "key-passphrase"),
            new Without("auth.enabled", "what an event's auth says counts; leave it out"),
            new Without("auth.create_keys", "set " + AUTH + "create-keys"),
            new Without("auth.domain", "set " + AUTH + "cookie-domain"),
            new Without("auth.encryption_algorithm", "set mp.jwt.verify.publickey.algorithm"),
            new Without("logging", LOGGING),
            new Without("api.docs_path", "the server shows its OpenAPI document, usually at /openapi/ui"),
            new Needless("engine_version", "said by the library"),
            new Needless("server", "written by hopeit.engine, at run time"),
            new Needless("effective_settings", "written by hopeit.engine, at run time"),
            new Needless("$schema", "for editors only"));

    private Members() {}

    private static Member to(String path, String key, Conversion conversion) {
        return new Mapped(path, key, Subject.NAMED, conversion);
    }

    private static Mapped of(String setting, String key, Subject subject, Conversion conversion) {
        return new Mapped("settings.<section>." + setting, key, subject, conversion);
    }

    /** The paths of all that give this key a value. */
    static List<String> paths(String key) {
        return ALL.stream()
                .filter(member -> member.keys().contains(key))
                .map(Member::path)
                .toList();
    }
}
