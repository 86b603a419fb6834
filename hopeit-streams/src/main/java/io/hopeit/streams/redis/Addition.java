package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.streams.spi.Append;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandType;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The call that appends an entry. The thread that makes it brings it into the form in which it is sent, all in one piece:
 * the thread that sends it has to do with everybody's.
 */
final class Addition extends Call<String> {
    private static final byte[] XADD = "$4\r\nXADD\r\n".getBytes(UTF_8);
    private static final byte[] MAXLEN = "$6\r\nMAXLEN\r\n$1\r\n~\r\n".getBytes(UTF_8);
    private static final byte[] ANY_ID = "$1\r\n*\r\n".getBytes(UTF_8);
    /** About as much is around a value. */
    private static final int AROUND = 10;

    /** Names of fields as they are sent. Most entries have the same; bounded, so that strange ones do no harm. */
    private static final Map<String, byte[]> NAMES = new ConcurrentHashMap<>();

    private static final int MOST_NAMES = 1000;

    private byte[] text;
    private int length;

    /** One that keeps about {@code maxLength} entries, or all with 0. */
    Addition(Append append, long maxLength) {
        super(CommandType.XADD, new StatusOutput<>(CODEC));
        var fields = append.fields();
        this.text = new byte
                [(int) append.size()
                        + AROUND * (2 * fields.size() + 4)
                        + append.key().length()];
        mark('*', (maxLength > 0 ? 6 : 3) + 2 * fields.size());
        add(XADD);
        addValue(append.key().getBytes(UTF_8));
        if (maxLength > 0) {
            add(MAXLEN);
            addValue(Long.toString(maxLength).getBytes(UTF_8));
        }
        add(ANY_ID);
        fields.forEach((name, value) -> {
            add(asSent(name));
            addValue(value);
        });
    }

    private static byte[] asSent(String name) {
        var known = NAMES.get(name);
        if (known != null) {
            return known;
        }
        var text = "$%d\r\n%s\r\n".formatted(name.getBytes(UTF_8).length, name).getBytes(UTF_8);
        if (NAMES.size() < MOST_NAMES) {
            NAMES.put(name, text);
        }
        return text;
    }

    private void addValue(byte[] value) {
        mark('$', value.length);
        add(value);
        end();
    }

    private void add(byte[] bytes) {
        makeRoom(bytes.length);
        System.arraycopy(bytes, 0, text, length, bytes.length);
        length += bytes.length;
    }

    /** What comes next, and how much of it. */
    private void mark(char kind, int number) {
        int digits = 1;
        for (int rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        makeRoom(digits + 1);
        text[length] = (byte) kind;
        length += digits + 1;
        for (int place = length - 1, rest = number; place >= length - digits; place--, rest /= 10) {
            text[place] = (byte) ('0' + rest % 10);
        }
        end();
    }

    private void end() {
        makeRoom(2);
        text[length++] = '\r';
        text[length++] = '\n';
    }

    private void makeRoom(int more) {
        if (text.length - length < more) {
            text = Arrays.copyOf(text, Math.max(2 * length, length + more));
        }
    }

    /** In bytes, as it is sent. */
    int size() {
        return length;
    }

    @Override
    public void encode(ByteBuf buffer) {
        buffer.writeBytes(text, 0, length);
    }
}
