package io.hopeit.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The command that acknowledges some entries, made while they are read; its ids are copied and never looked at. */
final class Acks {
    private static final byte[] END = {'\r', '\n'};

    private final byte[] target;
    private final ByteArrayOutputStream ids = new ByteArrayOutputStream();
    private int count;

    Acks(String key, String group) {
        this.target = "$4\r\nXACK\r\n$%d\r\n%s\r\n$%d\r\n%s\r\n"
                .formatted(key.length(), key, group.length(), group)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** An id of so many bytes follows. */
    void begin(int length) {
        count++;
        ids.write('$');
        if (length > 9) {
            ids.write('0' + length / 10);
        }
        ids.write('0' + length % 10);
        end();
    }

    void add(byte next) {
        ids.write(next);
    }

    void end() {
        ids.write(END, 0, END.length);
    }

    /** Adds the command, and begins the next one. */
    void addTo(ByteArrayOutputStream out) {
        out.writeBytes(("*" + (count + 3) + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(target);
        out.writeBytes(ids.toByteArray());
        ids.reset();
        count = 0;
    }
}
