package io.hopeit.streams;

import io.hopeit.spi.StreamDefinition;
import io.hopeit.streams.engine.EngineListener.Count;
import io.hopeit.streams.spi.BrokerException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Told what becomes of messages, by any thread. Must neither wait nor throw. */
interface StreamListener {
    /** When nobody listens. */
    StreamListener NONE = new StreamListener() {};

    /** What has become of a message that was to be published. */
    enum Published {
        /** The broker has confirmed it. */
        OK,
        /** It surely is not stored. */
        FAILED,
        /** It may be stored: the answer is missing. */
        UNKNOWN;

        static Published of(@Nullable Throwable failure) {
            return switch (failure) {
                case null -> OK;
                case BrokerException broker -> broker.isOutcomeUnknown() ? UNKNOWN : FAILED;
                case CompletionException wrapper when wrapper.getCause() != null -> of(wrapper.getCause());
                case Error error -> UNKNOWN; // it may have come at any moment
                case Throwable other -> FAILED;
            };
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The application begins, with these consumers, none of which has started. */
    default void begins(List<ConsumerLoop> consumers) {}

    /** Something has happened some times more to messages of a consumer. */
    default void counted(ConsumerStats consumer, Count what, long times) {}

    /** This has become of one message. */
    default void published(StreamDefinition stream, Published outcome) {}
}
