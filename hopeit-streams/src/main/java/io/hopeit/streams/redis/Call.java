package io.hopeit.streams.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.lettuce.core.protocol.RedisCommand;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One command to a server, and its answer when it is there. */
class Call<T> extends CompletableFuture<T> implements RedisCommand<String, byte[], T> {
    static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final ProtocolKeyword type;
    private final @Nullable CommandArgs<String, byte[]> args;
    private final CommandOutput<String, byte[], T> answer;
    /** What it is sent in, from then on. */
    private volatile @Nullable Flight flight;

    /** One without arguments, or that has them in its own way. */
    Call(ProtocolKeyword type, CommandOutput<String, byte[], T> answer) {
        this(type, null, answer);
    }

    Call(ProtocolKeyword type, @Nullable CommandArgs<String, byte[]> args, CommandOutput<String, byte[], T> answer) {
        this.type = type;
        this.args = args;
        this.answer = answer;
    }

    static CommandArgs<String, byte[]> args() {
        return new CommandArgs<>(CODEC);
    }

    /** One that is answered with a word. */
    static Call<String> status(ProtocolKeyword type, CommandArgs<String, byte[]> args) {
        return new Call<>(type, args, new StatusOutput<>(CODEC));
    }

    /** One that is answered with a number. */
    static Call<Long> number(ProtocolKeyword type, CommandArgs<String, byte[]> args) {
        return new Call<>(type, args, new IntegerOutput<>(CODEC));
    }

    /** One that is answered with anything. */
    static Call<List<Object>> tree(ProtocolKeyword type, CommandArgs<String, byte[]> args) {
        return new Call<>(type, args, new TreeOutput(CODEC));
    }

    /** Its flight hears of the answer; to be called before anything is sent. */
    void board(Flight with) {
        flight = with;
    }

    /** The answer is there. */
    @Override
    public void complete() {
        if (answer.hasError()) {
            completeExceptionally(new RedisCommandExecutionException(answer.getError()));
            return;
        }
        var with = flight;
        if (with != null) {
            with.answered(null);
        }
        if (complete(answer.get()) && with != null) {
            with.landed();
        }
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        var with = flight;
        boolean isFirst;
        try {
            if (with != null) {
                with.answered(failure);
            }
        } finally {
            isFirst = super.completeExceptionally(failure);
            if (isFirst && with != null) {
                with.landed();
            }
        }
        return isFirst;
    }

    /** By Lettuce, when it has not been sent. */
    @Override
    public void cancel() {
        completeExceptionally(new CancellationException());
    }

    @Override
    public void encode(ByteBuf buffer) {
        new Command<>(type, answer, args).encode(buffer);
    }

    @Override
    public CommandOutput<String, byte[], T> getOutput() {
        return answer;
    }

    @Override
    public void setOutput(CommandOutput<String, byte[], T> output) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable CommandArgs<String, byte[]> getArgs() {
        return args;
    }

    @Override
    public ProtocolKeyword getType() {
        return type;
    }
}
