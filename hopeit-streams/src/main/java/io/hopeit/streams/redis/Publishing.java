package io.hopeit.streams.redis;

import io.hopeit.streams.redis.Script.Run;
import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.Keys;
import io.hopeit.streams.spi.Trim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Appends entries, each once or with an outcome that is known to be unknown. Thread-safe. */
final class Publishing implements AutoCloseable {
    private final Server server;
    private final Courier courier;
    /** Waiting for replicas holds up what comes after it on the same connection. */
    private final Courier replicated;

    private final Trimming trimming;

    Publishing(Server server, Courier courier, Courier replicated, Trimming trimming) {
        this.server = server;
        this.courier = courier;
        this.replicated = replicated;
        this.trimming = trimming;
    }

    CompletionStage<String> append(Append append) {
        var appended = append.replicas() > 0
                ? replicated.send(withReplicas(append)).thenApply(answer -> confirmed(append, answer))
                : courier.send(order(append));
        return trimming.isNeeded(append.trim()) ? appended.whenComplete(trimming.after(append)) : appended;
    }

    /** An entry and how many replicas have it, or why that is not known. */
    private record Stored(
            String id, long replicas, @Nullable Throwable failure) {}

    private static Supplier<String> what(Append append) {
        return () -> "append to " + append.key();
    }

    private static Order<String> order(Append append) {
        return append.once().isPresent()
                ? once(append).inFull(what(append), call -> new Round<>(List.of(call), id(call), append.size()))
                : new Order<>(what(append), append.key(), () -> round(append), null);
    }

    private Order<Stored> withReplicas(Append append) {
        return append.once().isPresent()
                ? once(append).inFull(what(append), call -> replicated(append, call, id(call)))
                : new Order<>(
                        what(append),
                        append.key(),
                        () -> {
                            var call = add(append);
                            return replicated(append, call, call);
                        },
                        null);
    }

    private Round<Stored> replicated(Append append, Call<?> call, CompletableFuture<String> id) {
        var wait = new Wait(append.replicas(), server.commandTimeout());
        return new Round<>(List.of(call, wait), stored(id, wait), append.size());
    }

    /** Once it is there, whatever goes wrong is about replicas only. */
    private static CompletableFuture<Stored> stored(CompletableFuture<String> id, CompletableFuture<Long> wait) {
        var replicas = wait.handle(
                (count, failure) -> failure == null ? new Stored("", count, null) : new Stored("", 0, failure));
        return id.thenCombine(replicas, (text, got) -> new Stored(text, got.replicas(), got.failure()));
    }

    private String confirmed(Append append, Stored stored) {
        if (stored.replicas() >= append.replicas()) {
            return stored.id();
        }
        var failure = stored.failure();
        var known = failure == null
                ? "%d of %d replicas have it".formatted(stored.replicas(), append.replicas())
                : "not known to be on %d replicas: %s".formatted(append.replicas(), Failures.reason(failure));
        throw new BrokerException(
                "cannot append to %s at %s: it is stored, but %s".formatted(append.key(), server.address(), known),
                failure,
                failure == null
                        ? BrokerException.Kind.TRANSIENT
                        : Failures.of("wait for replicas", server.address(), failure)
                                .kind(),
                true);
    }

    private static Round<String> round(Append append) {
        var call = add(append);
        return Round.of(call, call.size());
    }

    private static Addition add(Append append) {
        return new Addition(append, lengthOf(append.trim()));
    }

    /** What can be dropped by the append itself; all else is looked at now and then. */
    private static long lengthOf(Trim trim) {
        return trim.unread() ? trim.maxLength() : 0;
    }

    private static Run once(Append append) {
        var once = append.once().orElseThrow();
        var arguments = new ArrayList<Object>(2 * append.fields().size() + 2);
        arguments.add(Math.max(1, once.remember().toMillis()));
        arguments.add(lengthOf(append.trim()));
        for (Map.Entry<String, byte[]> field : append.fields().entrySet()) {
            arguments.add(field.getKey());
            arguments.add(field.getValue());
        }
        return new Run(Script.APPEND_ONCE, List.of(append.key(), Keys.once(append.key(), once.id())), arguments);
    }

    private static CompletableFuture<String> id(Call<List<Object>> call) {
        return call.thenApply(answer -> Tree.text(answer.getFirst()));
    }

    /** How long an answer that waits for replicas may take. */
    static Duration patience(Duration commandTimeout) {
        return commandTimeout.multipliedBy(2);
    }

    @Override
    public void close() {
        courier.close();
        replicated.close();
    }
}
