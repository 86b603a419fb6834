package io.hopeit.streams.simulation;

import io.hopeit.streams.memory.MemoryBroker;
import io.hopeit.streams.spi.Broker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A server that can fail over to a replica that lags behind, and lose all it has. */
final class SimServer {
    private record Done(long at, Function<Broker, ? extends CompletionStage<?>> call) {}

    private final VirtualTime time;
    private final List<Done> history = new ArrayList<>();
    private MemoryBroker broker;
    private boolean down;
    /** While an earlier history is repeated. */
    private long then = -1;

    SimServer(VirtualTime time) {
        this.time = time;
        this.broker = open();
    }

    private MemoryBroker open() {
        return new MemoryBroker(() -> time.instant().plusMillis(then < 0 ? 0 : then - time.now()), (delay, task) -> {});
    }

    /** Does it now; nothing here waits. */
    <T> T execute(Function<Broker, CompletionStage<T>> call) {
        return attempt(call).join();
    }

    /** The same, for what may be refused. */
    <T> CompletableFuture<T> attempt(Function<Broker, CompletionStage<T>> call) {
        history.add(new Done(time.now(), call));
        return answered(call.apply(broker));
    }

    private static <T> CompletableFuture<T> answered(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        if (!future.isDone()) {
            throw new AssertionError("the broker in memory does not answer at once");
        }
        return future;
    }

    boolean isDown() {
        return down;
    }

    void down(boolean isDown) {
        down = isDown;
    }

    /** The replica takes over: what has been done since then has never been. */
    void failOver(long lagMillis) {
        broker = open();
        history.removeIf(done -> done.at() > time.now() - lagMillis);
        for (Done done : history) {
            then = done.at();
            answered(done.call().apply(broker));
        }
        then = -1;
    }

    /** All is lost. */
    void flush() {
        history.clear();
        broker = open();
    }
}
