package io.hopeit.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.TrackIds;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener.Outcome;
import io.hopeit.spi.Trigger;
import io.hopeit.streams.Decoded.Malformed;
import io.hopeit.streams.Decoded.Message;
import io.hopeit.streams.spi.Entry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/**
 * Does what one entry asks for, on the calling thread: the one place where a failure ends, and is logged.
 *
 * @param event what to run
 * @param read where its entries come from
 * @param types what its messages may be
 * @param codec reads them
 * @param services what it needs of the application
 */
record Worker(EventDefinition event, Trigger.Read read, MessageTypes types, MessageCodec codec, Services services) {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");

    private static final byte[] UNKNOWN = "unknown".getBytes(UTF_8);

    /** What is the same for all events. */
    record Services(Runs runs, Contexts contexts) {}

    /** The streams that are read, each once. */
    List<String> keys() {
        return read.keys().stream().distinct().toList();
    }

    /** Whether the event has run as it should: only then is the entry to be acknowledged. */
    boolean work(Entry entry) {
        long start = System.nanoTime();
        boolean done = false;
        try {
            done = switch (codec.decode(
                    entry.fields(), types, read.stream().settings().maxPayloadSize())) {
                case Malformed malformed -> refuse(entry, malformed);
                case Message message -> run(entry, message);
            };
        } catch (Throwable e) { // an Error too ends this run only
            LOG.log(Level.ERROR, describe(entry) + " has failed", e);
        }
        services.runs().ended(event, done ? Outcome.DONE : Outcome.FAILED, Duration.ofNanos(System.nanoTime() - start));
        return done;
    }

    private boolean run(Entry entry, Message message) throws Exception {
        services.runs().run(event, message.payload(), services.contexts().consumed(event, read, entry, message));
        return true;
    }

    private boolean refuse(Entry entry, Malformed malformed) {
        LOG.log(Level.WARNING, () -> describe(entry) + " is malformed: " + malformed.reason());
        return false;
    }

    /** {@code streams.something_event: message 1795238175870-0 of app.1x0.events (request 591c…)}. */
    private String describe(Entry entry) {
        var request = new String(entry.fields().getOrDefault(TrackIds.REQUEST_ID, UNKNOWN), UTF_8);
        return "%s: message %s of %s (request %s)"
                .formatted(event.name(), entry.id(), entry.key(), LogText.clean(request));
    }
}
