package io.hopeit.streams;

import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener.Outcome;
import io.hopeit.spi.EventListener.Run;
import io.hopeit.spi.Trigger;
import io.hopeit.streams.Decoded.Malformed;
import io.hopeit.streams.Decoded.Message;
import io.hopeit.streams.spi.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Does what one entry asks for, on the calling thread: the one place where a failure ends.
 *
 * @param event what to run
 * @param read where its entries come from
 * @param types what its messages may be
 * @param codec reads them
 * @param services what it needs of the application
 */
record Worker(EventDefinition event, Trigger.Read read, MessageTypes types, MessageCodec codec, Services services) {
    /** What is the same for all events. */
    record Services(Runs runs, Contexts contexts) {}

    /** The streams that are read, each once. */
    List<String> keys() {
        return read.keys().stream().distinct().toList();
    }

    /** Whether the event has run as it should: only then is the entry to be acknowledged. */
    boolean work(Entry entry) {
        long start = System.nanoTime();
        var context = services.contexts().unknown(event, read, entry);
        Throwable failure = null;
        try {
            var decoded =
                    codec.decode(entry.fields(), types, read.stream().settings().maxPayloadSize());
            if (decoded instanceof Message message) {
                context = services.contexts().consumed(event, read, entry, message);
            }
            services.runs().started(event, context);
            switch (decoded) {
                case Malformed malformed -> throw new Unreadable("%s", malformed.reason());
                case Message message -> services.runs().run(event, message, context);
            }
        } catch (Throwable e) { // an Error too ends this run only
            failure = e;
        }
        var outcome = failure == null ? Outcome.DONE : Outcome.FAILED;
        var elapsed = Duration.ofNanos(System.nanoTime() - start);
        var extras = StreamExtras.of(event, read, entry, context);
        services.runs().ended(new Run(event, context, outcome, elapsed, extras, Optional.ofNullable(failure)));
        return failure == null;
    }
}
