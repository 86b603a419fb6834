package io.hopeit.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.EventContext;
import io.hopeit.StreamUnavailableException;
import io.hopeit.spi.AppTime;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener.Outcome;
import io.hopeit.spi.EventListener.Run;
import io.hopeit.spi.Trigger;
import io.hopeit.streams.Decoded.Malformed;
import io.hopeit.streams.Decoded.Message;
import io.hopeit.streams.engine.Ports;
import io.hopeit.streams.engine.Verdict;
import io.hopeit.streams.spi.DeadLetterStore;
import io.hopeit.streams.spi.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
    /**
     * What is the same for all events.
     *
     * @param time how long runs take is told by it
     * @param ownership is told which runs are for messages; null where nothing is ever published, so that nobody asks
     */
    record Services(
            Runs runs,
            Contexts contexts,
            AppTime time,
            @Nullable Ownership ownership) {}

    /** The streams that are read, each once. */
    List<String> keys() {
        return read.keys().stream().distinct().toList();
    }

    /** The streams that are read, by shard: of each queue the one with the same number. */
    List<List<String>> shards() {
        int count = read.stream().settings().shards();
        if (count == 1) {
            return List.of(keys());
        }
        return IntStream.range(0, count)
                .mapToObj(shard -> read.queues().stream()
                        .distinct()
                        .map(queue -> read.stream().shardKey(queue, shard))
                        .toList())
                .toList();
    }

    Decoded decode(Entry entry) {
        return codec.decode(
                entry.fields(), types, read.stream().settings().consume().maxPayloadSize());
    }

    /** Which messages run one after another. */
    Ports.Lines lines() {
        return switch (read.lanes().order()) {
            case NONE -> Ports.Lines.NONE;
            case STREAM -> entry -> new Ports.Line(entry.key(), null);
            case KEY -> {
                var key = new OrderKey(read.lanes().key());
                yield entry -> line(key, decode(entry));
            }
        };
    }

    private static Ports.Line line(OrderKey key, Decoded decoded) {
        return new Ports.Line(decoded instanceof Message message ? key.of(message.payload()) : null, decoded);
    }

    /**
     * Runs the event.
     *
     * @param seen the entry as it was decoded when it arrived, if it was
     * @param isOurs whether the entry still belongs to this consumer
     */
    Verdict work(Entry entry, @Nullable Object seen, BooleanSupplier isOurs) {
        if (isForAnother(entry)) {
            return Verdict.DONE;
        }
        long start = services.time().nanos();
        EventContext context = null;
        Throwable failure = null;
        try {
            var decoded = seen instanceof Decoded known ? known : decode(entry);
            context = decoded instanceof Message message
                    ? services.contexts().consumed(event, read, entry, message)
                    : services.contexts().unknown(event, read, entry);
            services.runs().started(event, context);
            switch (decoded) {
                case Malformed malformed -> throw new Unreadable("%s", malformed.reason());
                case Message message -> run(message, context, isOurs);
            }
        } catch (Throwable e) { // an Error too ends this run only
            failure = e;
        }
        var ended = context == null ? services.contexts().unknown(event, read, entry) : context;
        var outcome = failure == null ? Outcome.DONE : Outcome.FAILED;
        var elapsed = Duration.ofNanos(services.time().nanos() - start);
        services.runs()
                .ended(new Run(
                        event,
                        ended,
                        outcome,
                        elapsed,
                        () -> StreamExtras.of(event, read, entry, ended),
                        Optional.ofNullable(failure)));
        return verdict(failure);
    }

    private void run(Message message, EventContext context, BooleanSupplier isOurs) throws Exception {
        var ownership = services.ownership();
        if (ownership == null) {
            services.runs().run(event, message, context);
            return;
        }
        ownership.begin(context, isOurs);
        try {
            services.runs().run(event, message, context);
        } finally {
            ownership.end(context);
        }
    }

    /** A dead letter that was appended once more is only for the group that had given it up. */
    private boolean isForAnother(Entry entry) {
        var group = entry.fields().get(DeadLetterStore.ONLY_FOR);
        return group != null && !new String(group, UTF_8).equals(read.group());
    }

    private static Verdict verdict(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> Verdict.DONE;
            case Unreadable unreadable -> new Verdict.Rejected("unreadable", String.valueOf(unreadable.getMessage()));
            case StreamUnavailableException unavailable -> new Verdict.Unavailable(unavailable);
            case LeaseLostException lost -> new Verdict.Unavailable(lost); // or nobody knows whose it is
            case Throwable other -> new Verdict.Failed(other);
        };
    }
}
