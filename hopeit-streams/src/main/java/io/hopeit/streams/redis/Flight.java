package io.hopeit.streams.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.lettuce.core.protocol.RedisCommand;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Calls that are sent in one write, and have landed when all are answered. To Lettuce it is one command, which {@link
 * Runway} takes apart again. Thread-safe.
 */
final class Flight implements RedisCommand<String, byte[], Void> {
    private final List<? extends Call<?>> calls;
    private final Line line;
    private final long deadline;
    private final AtomicInteger open;
    private final CompletableFuture<Void> landed = new CompletableFuture<>();
    private volatile boolean written;

    Flight(List<? extends Call<?>> calls, Line line, long deadline) {
        this.calls = calls;
        this.line = line;
        this.deadline = deadline;
        this.open = new AtomicInteger(calls.size());
        calls.forEach(call -> call.board(this));
    }

    /** One of its calls is about to end. */
    void answered(@Nullable Throwable failure) {
        line.answered(failure);
    }

    /** One of its calls has ended. */
    void landed() {
        if (open.decrementAndGet() == 0) {
            landed.complete(null);
        }
    }

    /** Surely on its way: what is sent later comes after it. */
    boolean isWritten() {
        return written || landed.isDone();
    }

    /** Its calls, which are written now. */
    List<? extends Call<?>> takeOff() {
        written = true;
        return calls;
    }

    /** Never fails. */
    CompletableFuture<Void> landing() {
        return landed;
    }

    boolean isLate(long now) {
        return now - deadline > 0;
    }

    @Override
    public boolean completeExceptionally(Throwable reason) {
        calls.forEach(call -> call.completeExceptionally(reason));
        return true;
    }

    /** By Lettuce, when it has not been sent. */
    @Override
    public void cancel() {
        completeExceptionally(new RedisException("the connection was closed"));
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public boolean isDone() {
        return landed.isDone();
    }

    @Override
    public void complete() {
        // each of its calls is answered for itself
    }

    @Override
    public @Nullable CommandOutput<String, byte[], Void> getOutput() {
        return null;
    }

    @Override
    public void setOutput(CommandOutput<String, byte[], Void> output) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable CommandArgs<String, byte[]> getArgs() {
        return null;
    }

    /** Any that Lettuce does nothing special for. */
    @Override
    public ProtocolKeyword getType() {
        return CommandType.XADD;
    }

    @Override
    public void encode(ByteBuf buffer) {
        throw new IllegalStateException("it has not been taken apart");
    }
}
