package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.streams.spi.Fields;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * Names of the fields of one entry after another. Most entries of a stream have those of the one before, so they are
 * compared with these, and decoded only where they differ. Not thread-safe.
 */
final class FieldNames {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private String[] names = {};
    private ByteBuffer[] spelled = {};
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
            spelled = new ByteBuffer[count];
            Arrays.fill(names, "");
            Arrays.fill(spelled, NOTHING);
        }
    }

    void read(ByteBuffer bytes) {
        if (!spelled[place].equals(bytes)) {
            differ(bytes);
        }
        place++;
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
        spelled[place] = ByteBuffer.wrap(spelling);
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
