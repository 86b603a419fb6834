package io.hopeit.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A command that appends an order, made once and sent again and again with another time, by this JVM's clock: to make one
 * for each message would leave more garbage in the heap of the consumer than the consumer does. Not thread-safe.
 */
final class Stamped {
    /** So that each time has as many digits. */
    private static final long ERA = 1_000_000_000_000_000_000L;

    private static final String NONE = "" + ERA;

    private final byte[] command;
    private final int place;

    Stamped(String key, int number) {
        this.command = Envelope.HOPEIT.append(key, number, Order.json(number, NONE));
        this.place = new String(command, ISO_8859_1).indexOf(NONE);
    }

    /** The command, which says that it is sent at that time. */
    byte[] at(long time) {
        long rest = ERA + time;
        for (int i = place + NONE.length() - 1; i >= place; i--) {
            command[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return command;
    }

    /** When an order with this time was sent. */
    static long sent(long time) {
        return time - ERA;
    }
}
