package io.hopeit.streams.redis;

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
    private final long budget;
    private final FieldNames fieldNames;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<String>> withheld = new LinkedHashMap<>();
    private long size;
    private boolean isFull;

    private @Nullable String key;
    private int entriesLeft = -1;
    private @Nullable String id;
    private int partsLeft = -1;
    private @Nullable String name;
    private List<String> names = List.of();
    private List<byte[]> values = List.of();

    ReadOutput(long budget, FieldNames fieldNames) {
        super(Call.CODEC, Batch.EMPTY);
        this.budget = budget;
        this.fieldNames = fieldNames;
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
        }
    }

    private void endStream() {
        key = null;
        entriesLeft = -1;
    }

    private void beginFields(int count) {
        partsLeft = Math.max(0, count);
        names = new ArrayList<>(partsLeft / 2);
        values = new ArrayList<>(partsLeft / 2);
        if (partsLeft == 0) {
            endEntry();
        }
    }

    @Override
    public void set(@Nullable ByteBuffer bytes) {
        if (key == null) {
            key = decodeString(bytes);
        } else if (id == null) {
            id = decodeString(bytes);
        } else if (partsLeft < 0) {
            endEntry(); // it has no fields any more
        } else {
            part(bytes);
        }
    }

    private void part(@Nullable ByteBuffer bytes) {
        int length = bytes == null ? 0 : bytes.remaining();
        if (bytes == null || isFull || isTooMuch(length)) {
            isFull = isFull || bytes != null;
        } else if (name == null) {
            name = fieldNames.decode(bytes);
            size += length;
        } else {
            names.add(name);
            values.add(codec.decodeValue(bytes));
            name = null;
            size += length;
        }
        partsLeft--;
        if (partsLeft == 0) {
            endEntry();
        }
    }

    private boolean isTooMuch(int length) {
        return !entries.isEmpty() && size + length > budget;
    }

    private void endEntry() {
        if (key != null && id != null) {
            if (isFull) {
                withheld.computeIfAbsent(key, k -> new ArrayList<>()).add(id);
            } else {
                entries.add(new Entry(key, id, Fields.of(names, values)));
            }
        }
        id = null;
        name = null;
        partsLeft = -1;
        entriesLeft--;
        if (entriesLeft == 0) {
            endStream();
        }
    }
}
