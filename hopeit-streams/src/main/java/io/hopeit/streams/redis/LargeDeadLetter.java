package io.hopeit.streams.redis;

import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.Keys;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.ProtocolKeyword;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A script cannot append an entry of very many fields, so it is sent anew, in a transaction. */
record LargeDeadLetter(Ownership own, Entry entry, Map<String, byte[]> details) {
    static final int FIELDS_OF_A_SCRIPT = 2000;

    /** Not Lettuce's own, as these would change what it does with a connection that others use, too. */
    private record Word(String text) implements ProtocolKeyword {
        @Override
        public byte[] getBytes() {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public String toString() {
            return "own " + text; // by this Lettuce tells which command it is
        }
    }

    /** Fresh if it is owned, so that nobody sweeps it while it is moved. */
    CompletionStage<Boolean> move() {
        return own.ids(Script.EXTEND, "extend", entry.key(), List.of(entry.id()))
                .thenCompose(mine -> mine.isEmpty()
                        ? CompletableFuture.completedFuture(false)
                        : own.courier().send(order()));
    }

    private Order<Boolean> order() {
        return new Order<>(
                () -> "move " + entry.id() + " of " + entry.key() + " to dead letters", entry.key(), this::round, null);
    }

    private Round<Boolean> round() {
        var letters = Call.args()
                .addKey(Keys.deadLetters(entry.key()))
                .add("*")
                .add(entry.fields())
                .add(details);
        CommandArgs<String, byte[]> pending =
                Call.args().addKey(entry.key()).add(own.group()).add(entry.id());
        var retry = Call.args().addKey(own.retries(entry.key())).add(entry.id());
        var done = Call.tree(new Word("EXEC"), Call.args());
        var calls = List.<Call<?>>of(
                Call.status(new Word("MULTI"), Call.args()),
                Call.status(CommandType.XADD, letters),
                Call.status(CommandType.XACK, pending),
                Call.status(CommandType.ZREM, retry),
                done);
        return new Round<>(calls, answer(calls, done), entry.size());
    }

    /** When one is refused that says why, and the last one says only that. */
    private static CompletableFuture<Boolean> answer(List<Call<?>> calls, Call<List<Object>> done) {
        return done.handle((answers, failure) -> {
            for (Call<?> call : calls) {
                if (call.isCompletedExceptionally()) {
                    throw new CompletionException(call.exceptionNow());
                }
            }
            return !answers.isEmpty();
        });
    }
}
