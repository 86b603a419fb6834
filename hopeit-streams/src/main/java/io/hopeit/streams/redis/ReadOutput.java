package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hopeit.streams.spi.Batch;
import io.hopeit.streams.spi.Entry;
import io.lettuce.core.output.CommandOutput;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a read of streams answers: key, then entries of an id and a list of names and values, then the next key. It counts
 * what is to come, so that it does not matter how deep the protocol nests it. When entries have used up their bytes, only
 * ids are kept of further ones.
 */
final class ReadOutput extends CommandOutput<String, byte[], Batch> {
    /**
     * So much of the first stream is read before it is told that the answer comes. A server writes 64 KB of an answer and
     * then looks what else there is to do: asked for more at the first byte, it would leave the rest until that is done.
     */
    private static final int PART = 8;
    /** So few entries have come as soon as the first has: to send a read before they are worked on would only delay them. */
    private static final int FEW = 32;

    private final long budget;
    private final FieldNames fieldNames;
    private final Runnable coming;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<String>> withheld = new LinkedHashMap<>();
    private long size;
    private boolean isFull;
    private boolean isComing;
    private int untilTold;

    private @Nullable String key;
    private int entriesLeft = -1;
    private @Nullable String id;
    private int partsLeft = -1;
    private byte[][] values = {};
    private int part;

    /** One that tells {@code coming} when a part of the answer is there. */
    ReadOutput(long budget, FieldNames fieldNames, Runnable coming) {
        super(Call.CODEC, Batch.EMPTY);
        this.budget = budget;
        this.fieldNames = fieldNames;
        this.coming = coming;
    }

    @Override
    public Batch get() {
        return entries.isEmpty() ? Batch.EMPTY : new Batch(entries, withheld, List.of());
    }

    @Override
    public void multi(int count) {
        if (key == null) {
            return; // around all, or around a stream
        }
        if (entriesLeft < 0) {
            beginStream(count);
        } else if (id != null) {
            beginFields(count);
        }
    }

    private void beginStream(int count) {
        entriesLeft = Math.max(0, count);
        if (entriesLeft == 0) {
            endStream();
        } else if (!isComing) {
            untilTold = entriesLeft < FEW ? Integer.MAX_VALUE : entriesLeft / PART;
        }
    }

    private void endStream() {
        key = null;
        entriesLeft = -1;
    }

    private void beginFields(int count) {
        partsLeft = Math.max(0, count);
        part = 0;
        values = new byte[partsLeft / 2][];
        fieldNames.begin(values.length);
        if (partsLeft == 0) {
            endEntry();
        }
    }

    @Override
    public void set(@Nullable ByteBuffer bytes) {
        if (key == null) {
            key = decodeString(bytes);
        } else if (id == null) {
            id = text(bytes);
        } else if (partsLeft < 0) {
            beginFields(0); // it has no fields any more
        } else {
            part(bytes);
        }
    }

    private void part(@Nullable ByteBuffer bytes) {
        int length = bytes == null ? 0 : bytes.remaining();
        if (bytes == null || isFull || isTooMuch(length)) {
            isFull = true;
        } else if (part % 2 == 0) {
            fieldNames.read(bytes);
            size += length;
        } else {
            values[part / 2] = bytes(bytes);
            size += length;
        }
        part++;
        partsLeft--;
        if (partsLeft == 0) {
            endEntry();
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** An id is of digits only. */
    private static String text(@Nullable ByteBuffer buffer) {
        return buffer == null ? "" : new String(bytes(buffer), ISO_8859_1);
    }

    private boolean isTooMuch(int length) {
        return !entries.isEmpty() && size + length > budget;
    }

    private void endEntry() {
        if (key != null && id != null) {
            if (isFull) {
                withheld.computeIfAbsent(key, k -> new ArrayList<>()).add(id);
            } else {
                entries.add(new Entry(key, id, fieldNames.fields(values)));
            }
        }
        if (!isComing && --untilTold <= 0 && !isFull && size <= budget) { // else there is no room for what comes next
            isComing = true;
            coming.run();
        }
        id = null;
        partsLeft = -1;
        entriesLeft--;
        if (entriesLeft == 0) {
            endStream();
        }
    }
}
