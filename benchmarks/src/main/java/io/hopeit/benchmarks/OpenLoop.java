package io.hopeit.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;

/** Sends messages at a fixed rate, whether or not they are consumed as quickly; each says when it was sent. */
record OpenLoop(Task task) implements Runnable {
    @Override
    public void run() {
        long pause = 1_000_000_000L / task.number("rate");
        try (var client = new RespClient(task.port())) {
            var answers = Thread.ofPlatform().daemon().start(() -> skip(client));
            long start = System.nanoTime();
            for (int i = 0; i < task.count(); i++) {
                long due = start + i * pause;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                client.add(Envelope.HOPEIT.append(task.key(), i, Order.sentNow(i)));
                client.flush();
            }
            answers.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
