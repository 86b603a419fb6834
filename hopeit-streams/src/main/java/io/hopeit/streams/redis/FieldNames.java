package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.streams.spi.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;

/**
 * Names of the fields of one entry after another. Most entries of a stream have those of the one before, so they are
 * compared with these, and decoded only where they differ. Not thread-safe.
 */
final class FieldNames {
    private static final byte[] NOTHING = {};
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private String[] names = {};
    private byte[][] spelled = {};
    private boolean areDistinct = true;
    private int place;
    /** Whether nobody else has these names yet. */
    private boolean areNew;

    /** An entry with so many begins. */
    void begin(int count) {
        place = 0;
        if (count != names.length) {
            areNew = true;
            names = new String[count];
            spelled = new byte[count][];
            Arrays.fill(names, "");
            Arrays.fill(spelled, NOTHING);
        }
    }

    void read(ByteBuffer bytes) {
        if (!isSame(spelled[place], bytes.order(ByteOrder.BIG_ENDIAN))) {
            differ(bytes);
        }
        place++;
    }

    /** As {@link ByteBuffer#equals}, which takes three times as long for the few bytes of a name. */
    private static boolean isSame(byte[] name, ByteBuffer bytes) {
        int length = name.length;
        if (length != bytes.remaining()) {
            return false;
        }
        int start = bytes.position();
        if (length < Long.BYTES) {
            for (int i = 0; i < length; i++) {
                if (name[i] != bytes.get(start + i)) {
                    return false;
                }
            }
            return true;
        }
        int last = length - Long.BYTES; // the last eight may overlap with those before
        for (int i = 0; i < last; i += Long.BYTES) {
            if ((long) LONGS.get(name, i) != bytes.getLong(start + i)) {
                return false;
            }
        }
        return (long) LONGS.get(name, last) == bytes.getLong(start + last);
    }

    private void differ(ByteBuffer bytes) {
        if (!areNew) {
            names = names.clone();
            spelled = spelled.clone();
            areNew = true;
        }
        var spelling = new byte[bytes.remaining()];
        bytes.get(spelling);
        names[place] = new String(spelling, UTF_8);
        spelled[place] = spelling;
    }

    /** The fields of the entry that has ended, with these values. */
    Map<String, byte[]> fields(byte[][] values) {
        if (areNew) {
            areDistinct = Fields.areDistinct(names);
            areNew = false;
        }
        return Fields.of(areDistinct, names, values);
    }
}
