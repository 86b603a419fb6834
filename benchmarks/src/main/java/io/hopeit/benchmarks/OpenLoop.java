package io.hopeit.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Sends messages at a fixed rate, whether or not they are consumed as quickly. Each says when it was sent, or when it was
 * due if that is long ago: what keeps the sender from sending is a wait of its messages.
 */
record OpenLoop(Task task) implements Runnable {
    /** So many different messages come again and again. */
    private static final int VARIETY = 1000;
    /** In ns: a timer alone is less late. */
    private static final long LATE = 1_000_000;

    @Override
    public void run() {
        long pause = 1_000_000_000L / task.number("rate");
        var messages = IntStream.range(0, VARIETY)
                .mapToObj(i -> new Stamped(task.key(), i))
                .toArray(Stamped[]::new);
        try (var client = new RespClient(task.port())) {
            var answers = Thread.ofPlatform().daemon().start(() -> skip(client));
            long start = System.nanoTime();
            for (int i = 0; i < task.count(); i++) {
                long due = start + i * pause;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                client.add(messages[i % VARIETY].at(sent(due)));
                client.flush();
            }
            answers.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long sent(long due) {
        long now = System.nanoTime();
        return now - due < LATE ? now : due;
    }

    private void skip(RespClient client) {
        try {
            for (int i = 0; i < task.count(); i++) {
                client.skipAnswer();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
