package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class FieldNamesTest {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final FieldNames names = new FieldNames();

    /** The names of an entry, read from memory of the connection's kind, where they are not at the start. */
    private Iterable<String> read(String... entry) {
        names.begin(entry.length);
        for (String name : entry) {
            var bytes = ByteBuffer.allocateDirect(name.length() + 3).order(ByteOrder.nativeOrder());
            bytes.position(3).put(name.getBytes(US_ASCII)).position(3);
            names.read(bytes);
        }
        return names.fields(new byte[entry.length][0]).keySet();
    }

    @Test
    void aNameThatDiffersInOneLetterIsAnother() {
        for (int length = 1; length <= LETTERS.length(); length++) {
            var name = LETTERS.substring(0, length);
            for (int i = 0; i < length; i++) {
                var other = name.substring(0, i) + "#" + name.substring(i + 1);

                assertThat(read(name)).containsExactly(name);
                assertThat(read(other)).containsExactly(other);
                assertThat(read(name)).containsExactly(name);
            }
        }
    }

    @Test
    void aNameThatBeginsOrEndsAlikeIsAnother() {
        assertThat(read("", "id", "payload.of.it")).containsExactly("", "id", "payload.of.it");
        assertThat(read("i", "ids", "payload.of")).containsExactly("i", "ids", "payload.of");
        assertThat(read("d", "dis", "ti.fo.daolyap")).containsExactly("d", "dis", "ti.fo.daolyap");
    }

    @Test
    void aNameReadBackwardsIsAnother() {
        assertThat(read("abcdefgh")).containsExactly("abcdefgh");
        assertThat(read("hgfedcba")).containsExactly("hgfedcba");
    }
}
