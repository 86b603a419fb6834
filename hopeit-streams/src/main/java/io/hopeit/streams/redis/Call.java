package io.hopeit.streams.redis;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import java.util.List;

/** One command to a server, and its answer when it is there. */
final class Call<T> extends AsyncCommand<String, byte[], T> {
    static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    Call(ProtocolKeyword type, CommandArgs<String, byte[]> args, CommandOutput<String, byte[], T> answer) {
        super(new Command<>(type, answer, args));
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
}
