package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.streams.spi.Batch;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.protocol.RedisStateMachine;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadDecoderTest {
    /** Ends of lines are spaces here, and so a value that has one has two lines. */
    private static final String RESP_2 = ":7"
            + " *2 *2 $1 a *2 *2 $3 1-1 *4 $2 id $12 two lines  $7 payload $0  *2 $3 1-2 *-1"
            + " *2 $1 b *1 *2 $3 2-1 *2 $4 text $5 $3 *"
            + " *-1 -UNBLOCKED *1 *2 $1 a *1 *2 $3 3-1 *2 $2 id $1 x $3 PAT ";

    private static final String RESP_3 = ">2 $4 pubs *1 :1 :7"
            + " %2 $1 a *2 *2 $3 1-1 *4 $2 id $12 two lines  $7 payload $0  *2 $3 1-2 _"
            + " $1 b *1 *2 $3 2-1 *2 $4 text $5 $3 *"
            + " >1 $3 ups _ -UNBLOCKED %1 $1 a *1 *2 $3 3-1 *2 $2 id $1 x $3 PAT ";

    private final Queue<RedisCommand<?, ?, ?>> unanswered = new ArrayDeque<>();
    private final EmbeddedChannel channel = new EmbeddedChannel(new ReadDecoder(unanswered), new Lettuce());
    private int passedOn;

    /** What Lettuce does with that which it gets. */
    private final class Lettuce extends ChannelInboundHandlerAdapter {
        private final RedisStateMachine states = new RedisStateMachine();
        private final ByteBuf arrived = Unpooled.buffer();

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            var bytes = (ByteBuf) message;
            passedOn += bytes.readableBytes();
            arrived.writeBytes(bytes);
            bytes.release();
            while (arrived.isReadable()) {
                if (arrived.getByte(arrived.readerIndex()) == '>') {
                    states.decode(arrived, new TreeOutput(Call.CODEC));
                } else {
                    var command = unanswered.element();
                    if (!states.decode(arrived, command.getOutput(), command::completeExceptionally)) {
                        return;
                    }
                    unanswered.remove();
                    command.complete();
                }
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
            unanswered.remove().completeExceptionally(failure);
        }
    }

    private static Call<Batch> read(FieldNames names, Runnable coming) {
        return new Call<>(CommandType.XREADGROUP, Call.args(), new ReadOutput(1 << 20, names, coming));
    }

    private static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(ISO_8859_1);
    }

    private void arrive(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes(text)));
    }

    private List<Call<?>> answer(String text, Random pieces) {
        var names = new FieldNames();
        List<Call<?>> calls = List.of(
                Call.number(CommandType.CLIENT, Call.args()),
                read(names, () -> {}),
                read(names, () -> {}),
                read(names, () -> {}),
                read(names, () -> {}),
                Call.status(CommandType.ECHO, Call.args()));
        unanswered.addAll(calls);
        var bytes = bytes(text.replace(' ', '\n'));
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 1 + pieces.nextInt(60));
            channel.writeInbound(Unpooled.copiedBuffer(bytes, from, to - from));
            from = to;
        }
        return calls;
    }

    /** The answers in words. */
    private static List<String> results(List<Call<?>> calls) {
        var results = new ArrayList<String>();
        for (Call<?> call : calls) {
            var result = call.handle((value, failure) -> failure == null ? text(value) : failure.getMessage());
            results.add(result.join());
        }
        return results;
    }

    private static String text(Object answer) {
        return answer instanceof Batch batch
                ? String.join(
                        " ", batch.entries().stream().map(ReadDecoderTest::text).toList())
                : String.valueOf(answer);
    }

    private static String text(io.hopeit.streams.spi.Entry entry) {
        return entry.fields().entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), new String(field.getValue(), ISO_8859_1)))
                .reduce(entry.key() + " " + entry.id(), (before, part) -> before + " [" + part + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {RESP_2, RESP_3})
    void eachAnswerIsTheSameInWhateverPiecesItArrives(String answers) {
        for (int seed = 0; seed < 500; seed++) {
            var results = results(answer(answers, new Random(seed)));

            assertThat(results)
                    .containsExactly(
                            "7",
                            "a 1-1 [id] [two\r\nlines\r\n] [payload] [] a 1-2 b 2-1 [text] [$3\r\n*]",
                            "",
                            "UNBLOCKED",
                            "a 3-1 [id] [x]",
                            "PAT");
            assertThat(unanswered).isEmpty();
        }
    }

    /** An answer with so many entries of one field. */
    private static String entries(int count) {
        var entries = new StringBuilder("*1\n*2\n$1\na\n*" + count + "\n");
        for (int i = 0; i < count; i++) {
            entries.append("*2\n$4\n1-").append(10 + i).append("\n*2\n$1\nf\n$1\nv\n");
        }
        return entries.toString();
    }

    @Test
    void entriesAreNotPassedOn() {
        unanswered.add(read(new FieldNames(), () -> {}));

        arrive("*1\n*2\n$1\na\n*1\n*2\n$3\n1-1\n*2\n$2\nid\n$1000\n" + "x".repeat(1000) + "\n");

        assertThat(unanswered).isEmpty();
        assertThat(passedOn).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReadThatFailsInTheMiddleLeavesTheNextOneAsGoodAsBefore(boolean isError) {
        var names = new FieldNames();
        var failing = read(names, () -> {
            if (isError) {
                throw new AssertionError("cannot go on");
            }
            throw new IllegalStateException("cannot go on");
        });
        var next = read(names, () -> {});
        unanswered.addAll(List.of(failing, next));

        arrive(entries(40) + entries(40));

        assertThatThrownBy(failing::join).hasRootCauseMessage("cannot go on");
        assertThat(next.join().entries()).hasSize(40);
    }

    @Test
    void aReadThatNobodyWaitsForAnyMoreLeavesTheNextOneAsGoodAsBefore() {
        var names = new FieldNames();
        var late = read(names, () -> {});
        var next = read(names, () -> {});
        unanswered.addAll(List.of(late, next));
        late.completeExceptionally(new IllegalStateException("late"));

        arrive(entries(1) + entries(2));

        assertThat(next.join().entries()).hasSize(2);
    }

    @Test
    void theNextReadMayBeSentWhileItsAnswerComes() {
        var names = new FieldNames();
        var next = read(names, () -> {});
        var first = read(names, () -> unanswered.add(next));
        unanswered.add(first);

        arrive(entries(40));
        arrive(entries(3));

        assertThat(first.join().entries()).hasSize(40);
        assertThat(next.join().entries()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*x\n",
                "*\n",
                "*-\n",
                "*99999999999\n",
                "*9999999999\n",
                "*4294967295\n",
                "$9999999999\n",
                "|1\n",
                "HTTP/1.1 400 Bad Request\n"
            })
    void whatIsNotInTheProtocolEndsTheConnectionAndAnswersNobody(String other) {
        var first = read(new FieldNames(), () -> {});
        var second = read(new FieldNames(), () -> {});
        unanswered.addAll(List.of(first, second));

        arrive("*1\n*2\n$1\na\n*1\n*2\n$3\n1-1\n*2\n$2\nid\n" + other + "$1\nv\n" + entries(1));
        channel.finishAndReleaseAll();

        assertThatThrownBy(first::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasStackTraceContaining("not in the protocol of Redis");
        assertThat(channel.isOpen()).isFalse();
        assertThat(second).isNotDone();
    }

    @Test
    void aLineWithoutItsWholeEndIsNotInTheProtocol() {
        var call = read(new FieldNames(), () -> {});
        unanswered.add(call);

        channel.writeInbound(Unpooled.copiedBuffer("+PONG\n", ISO_8859_1));

        assertThatThrownBy(call::join).hasStackTraceContaining("a line has no end");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void anAnswerOfAnotherKindFailsTheReadThatGetsIt() {
        var call = read(new FieldNames(), () -> {});
        unanswered.add(call);

        arrive("*1\n*2\n$1\na\n*1\n*2\n$3\n1-1\n*2\n$2\nid\n:8\n");

        assertThatThrownBy(call::join).hasRootCauseMessage("not an answer to a read: :");
        assertThat(channel.isOpen()).isTrue();
        assertThat(unanswered).isEmpty();
    }

    @Test
    void nothingIsKeptOfWhatHasArrivedWhenTheConnectionEnds() {
        unanswered.add(read(new FieldNames(), () -> {}));
        var whole = Unpooled.copiedBuffer(bytes(entries(1)));
        var half = Unpooled.copiedBuffer(bytes("*1\n*2\n$1\na\n*2\n*2\n$3\n1-"));
        var rest = Unpooled.copiedBuffer(bytes("1\n"));
        unanswered.add(read(new FieldNames(), () -> {}));

        channel.writeInbound(whole, half, rest);
        channel.finishAndReleaseAll();

        assertThat(List.of(whole.refCnt(), half.refCnt(), rest.refCnt())).containsOnly(0);
        assertThat(unanswered).hasSize(1);
    }

    @Test
    void whatNoReadHasAskedForIsPassedOnWhenItIsThereAsAWhole() {
        unanswered.add(Call.status(CommandType.PING, Call.args()));

        channel.writeInbound(Unpooled.copiedBuffer("+PO", ISO_8859_1));
        assertThat(passedOn).isZero();
        arrive("NG\n");

        assertThat(unanswered).isEmpty();
        assertThat(passedOn).isEqualTo(7);
    }
}
