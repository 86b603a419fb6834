package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lettuce.core.protocol.CommandHandler;
import io.lettuce.core.protocol.RedisCommand;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Takes entries out of the answers to reads before these come to Lettuce, whose way through the protocol takes longer than
 * all else that a read does. Lettuce gets an empty list instead, and all other answers as they are.
 */
final class ReadDecoder extends ByteToMessageDecoder {
    private static final byte[] NO_ENTRIES = "*0\r\n".getBytes(US_ASCII);

    /** As Lettuce has them: the next answer is for the first one. */
    private final Queue<RedisCommand<?, ?, ?>> unanswered;
    /** How many elements are still to come of the answer to a read; 0 between answers. */
    private long missing;
    /** Whose entries they are; null also when nobody wants them any more. */
    private @Nullable RedisCommand<?, ?, ?> read;
    /** What comes would be taken for something else. */
    private boolean isOutOfStep;

    ReadDecoder(Queue<RedisCommand<?, ?, ?>> unanswered) {
        this.unanswered = unanswered;
    }

    /** From here on, if nothing is unanswered, so that it sees each answer from its beginning; else not yet. */
    static void install(ChannelPipeline pipeline) {
        var lettuce = pipeline.context(CommandHandler.class);
        if (lettuce != null && pipeline.get(ReadDecoder.class) == null) {
            var unanswered = ((CommandHandler) lettuce.handler()).getStack();
            if (unanswered.isEmpty()) {
                pipeline.addBefore(lettuce.name(), null, new ReadDecoder(unanswered));
            }
        }
    }

    /** Whether the command is a read. */
    static boolean isFor(RedisCommand<?, ?, ?> command) {
        return command.getOutput() instanceof ReadOutput;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (isOutOfStep) {
            in.skipBytes(in.readableBytes());
            return;
        }
        var elements = new Elements(in.internalNioBuffer(in.readerIndex(), in.readableBytes()));
        if (missing > 0) {
            takeAll(elements, in, out);
        } else if (elements.next()) {
            var next = unanswered.peek();
            if (next != null && isFor(next) && holdsEntries(elements)) {
                read = next;
                missing = 1;
                takeOne(elements);
                takeAll(elements, in, out);
            } else {
                passOn(elements, in, out);
            }
        }
    }

    private static boolean holdsEntries(Elements first) {
        return (first.kind() == '*' || first.kind() == '%') && first.count() > 0;
    }

    /** What has arrived of the answer to a read. */
    private void takeAll(Elements elements, ByteBuf in, List<Object> out) {
        while (missing > 0 && elements.next()) {
            takeOne(elements);
        }
        in.skipBytes(elements.length());
        if (missing == 0) {
            read = null;
            out.add(Unpooled.wrappedBuffer(NO_ENTRIES));
        }
    }

    private void takeOne(Elements element) {
        missing += element.inside() - 1;
        var reader = read;
        if (reader != null && reader.getOutput() instanceof ReadOutput output) {
            try {
                hand(element, output);
            } catch (RuntimeException | Error e) {
                // it is this read that fails: the others are answered as if nothing had happened
                read = null;
                reader.completeExceptionally(e);
            }
        }
    }

    private static void hand(Elements element, ReadOutput output) {
        switch (element.kind()) {
            case '*', '~' -> output.multi(element.count());
            case '%' -> output.multiMap(element.count());
            case '$', '+', '_' -> output.set(element.value());
            default -> throw new IllegalStateException("not an answer to a read: " + (char) element.kind());
        }
    }

    /** The answer whose first element has been looked at, when it is there as a whole. */
    private static void passOn(Elements elements, ByteBuf in, List<Object> out) {
        long rest = elements.inside();
        while (rest > 0 && elements.next()) {
            rest += elements.inside() - 1;
        }
        if (rest == 0) {
            out.add(in.readRetainedSlice(elements.length()));
        }
    }

    /** Lettuce fails one call then, and goes on. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        isOutOfStep = true;
        var unused = context.close(); // nobody waits for it
        context.fireExceptionCaught(failure);
    }
}
