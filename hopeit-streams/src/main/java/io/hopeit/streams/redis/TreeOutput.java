package io.hopeit.streams.redis;

import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.output.CommandOutput;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of lists, of {@code Long} and {@code byte[]}. It counts elements, so that it does not matter how deep they are. */
final class TreeOutput extends CommandOutput<String, byte[], List<Object>> {
    private record Branch(List<@Nullable Object> elements, int size) {
        boolean isFull() {
            return elements.size() >= size;
        }
    }

    private final Deque<Branch> open = new ArrayDeque<>();

    TreeOutput(RedisCodec<String, byte[]> codec) {
        super(codec, new ArrayList<>());
    }

    @Override
    public void set(@Nullable ByteBuffer bytes) {
        add(bytes == null ? null : codec.decodeValue(bytes));
    }

    @Override
    public void set(long integer) {
        add(integer);
    }

    @Override
    public void multi(int count) {
        if (count < 0) {
            add(null);
            return;
        }
        List<@Nullable Object> branch = new ArrayList<>(count);
        if (open.isEmpty()) {
            output = branch;
        } else {
            open.element().elements().add(branch);
        }
        open.push(new Branch(branch, count));
        closeFull();
    }

    private void add(@Nullable Object leaf) {
        if (open.isEmpty()) {
            output = new ArrayList<>();
            output.add(leaf);
            return;
        }
        open.element().elements().add(leaf);
        closeFull();
    }

    private void closeFull() {
        while (!open.isEmpty() && open.element().isFull()) {
            open.pop();
        }
    }
}
