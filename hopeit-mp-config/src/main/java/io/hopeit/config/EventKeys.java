package io.hopeit.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The keys of {@link EventSettings}. */
final class EventKeys {
    private static final EventSettings DEFAULTS = EventSettings.defaults();

    private static final Key<Duration> TIMEOUT = new Key<>(
            "timeout",
            Kind.duration(Kind.LONGEST),
            DEFAULTS.timeout(),
            "the steps are interrupted after this; a request gets 504");
    private static final Key<Long> MAX_BODY_SIZE = new Key<>(
            "max-body-size",
            Kind.number(0, Long.MAX_VALUE),
            DEFAULTS.maxBodySize(),
            "bytes of a request's body; more gets 413");
    private static final Key<Long> MAX_PARTS = new Key<>(
            "max-parts",
            Kind.number(1, Integer.MAX_VALUE),
            (long) DEFAULTS.form().maxParts(),
            "files and texts of a form; more gets 413");
    private static final Key<Optional<Long>> MAX_FILE_SIZE = Key.optional(
            "max-file-size",
            Kind.number(1, Long.MAX_VALUE),
            "bytes of one file in a form; more gets 413; by default as many as `max-body-size` says");
    private static final Key<Duration> STEP_DELAY = new Key<>(
            "step-delay", Kind.durationOrZero(Kind.LONGEST), DEFAULTS.stepDelay(), "how long to wait after each step");
    private static final Key<Duration> THROTTLE = new Key<>(
            "throttle",
            Kind.durationOrZero(Kind.LONGEST),
            DEFAULTS.throttle(),
            "how long a value takes at least, from the start of the run to its result");

    static final KeyGroup GROUP = new KeyGroup(
            "Events",
            "Of one event, or of all; its own value wins.",
            List.of("hopeit.event.<event>", "hopeit.event-defaults"),
            List.of(TIMEOUT, MAX_BODY_SIZE, MAX_PARTS, MAX_FILE_SIZE, STEP_DELAY, THROTTLE));

    private EventKeys() {}

    static EventSettings read(Values values, String name) {
        var event = values.section(GROUP, name);
        return new EventSettings(
                event.get(TIMEOUT),
                event.get(MAX_BODY_SIZE),
                new FormSettings(event.get(MAX_PARTS).intValue(), event.get(MAX_FILE_SIZE)),
                event.get(STEP_DELAY),
                event.get(THROTTLE),
                Overrides.read(values.section(Overrides.GROUP, name)));
    }

    /** The keys of {@link EventOverrides}. */
    static final class Overrides {
        private static final Key<Boolean> ENABLED =
                new Key<>("enabled", Kind.flag(), true, "whether there is such an event at all");
        private static final Key<Optional<String>> EVENT_GROUP =
                Key.optional("group", Kind.name(), "the group of events it is in");
        private static final Key<Optional<String>> ROUTE =
                Key.optional("route", Kind.text(), "its route, below the application's unless it starts with `/`");
        private static final Key<List<AuthMethod>> AUTH =
                new Key<>("auth", Kind.choices(AuthMethod.class), List.of(), "how requests prove who sends them");
        private static final Key<Optional<String>> READ_NAME =
                Key.optional("read-stream.name", Kind.name(), "the stream it reads");
        private static final Key<List<String>> READ_QUEUES =
                new Key<>("read-stream.queues", Kind.names(), List.of(), "the queues it reads");
        private static final Key<Optional<String>> READ_GROUP =
                Key.optional("read-stream.group", Kind.text(), "the group of consumers it reads in");
        private static final Key<Optional<String>> WRITE_NAME =
                Key.optional("write-stream.name", Kind.name(), "the stream its results go to");
        private static final Key<List<String>> WRITE_QUEUES =
                new Key<>("write-stream.queues", Kind.names(), List.of(), "the queues its results go to");
        private static final Key<Optional<Boolean>> WRITE_PROPAGATE = Key.optional(
                "write-stream.propagate",
                Kind.flag(),
                "whether results go on in the queue that the event's own message came from");

        static final KeyGroup GROUP = new KeyGroup(
                "Events, in place of their annotations",
                "Of one event only; what is not set is as the annotations say.",
                List.of("hopeit.event.<event>"),
                List.of(
                        ENABLED,
                        EVENT_GROUP,
                        ROUTE,
                        AUTH,
                        READ_NAME,
                        READ_QUEUES,
                        READ_GROUP,
                        WRITE_NAME,
                        WRITE_QUEUES,
                        WRITE_PROPAGATE));

        private Overrides() {}

        private static EventOverrides read(Section event) {
            return new EventOverrides(
                    event.get(ENABLED),
                    event.get(EVENT_GROUP),
                    event.get(ROUTE),
                    event.get(AUTH),
                    new EventOverrides.Read(event.get(READ_NAME), event.get(READ_QUEUES), event.get(READ_GROUP)),
                    new EventOverrides.Write(
                            event.get(WRITE_NAME), event.get(WRITE_QUEUES), event.get(WRITE_PROPAGATE)));
        }
    }
}
