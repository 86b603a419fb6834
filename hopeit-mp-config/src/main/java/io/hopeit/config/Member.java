package io.hopeit.config;

import java.util.List;

/** A member of hopeit.engine's configuration, by its path, and what is made of it here. */
sealed interface Member {
    /** The key in Redis of a stream. */
    String STREAM_KEY = "hopeit.stream.<stream>.key";

    /** Where it is: {@code events.<event>.route}; a part in angle brackets stands for a name. */
    String path();

    /** It is the value of a key. */
    record Mapped(String path, String key, Subject subject, Conversion conversion) implements Member {}

    /** It is the value of a key, and also says that a flag is set. */
    record Flagging(Mapped mapped, String flag) implements Member {
        @Override
        public String path() {
            return mapped.path();
        }
    }

    /** It is the name of a stream: the value of a key, and the key in Redis of that stream. */
    record StreamName(String path, String key) implements Member {}

    /** It is a property under its own path, to be injected. */
    record Published(String path) implements Member {}

    /** Nothing is lost when it is left out, so nothing is said about it; the reference tells why. */
    record Needless(String path, String why) implements Member {}

    /** It does nothing here; this is what to do instead. */
    record Without(String path, String instead) implements Member {}

    /** Which events or streams a setting is about. */
    enum Subject {
        /** What the path names, or everything. */
        NAMED,
        /** The event, or those that use the stream. */
        EVENTS,
        /** The event, if requests or the clock run it. */
        NOT_CONSUMERS,
        /** The event, or those that use the stream, if they read one. */
        CONSUMERS,
        /** The stream, or the one that the event reads. */
        READ,
        /** The stream, or the one that the event writes. */
        WRITTEN
    }

    /** The keys that it gives a value. */
    default List<String> keys() {
        return switch (this) {
            case Mapped mapped -> List.of(mapped.key());
            case Flagging flagging -> List.of(flagging.mapped().key(), flagging.flag());
            case StreamName name -> List.of(name.key(), STREAM_KEY);
            case Published p -> List.of();
            case Needless n -> List.of();
            case Without w -> List.of();
        };
    }
}
