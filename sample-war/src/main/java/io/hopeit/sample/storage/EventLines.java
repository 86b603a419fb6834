package io.hopeit.sample.storage;

import io.hopeit.sample.model.Something;
import io.hopeit.spi.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Gathers Somethings, and writes them some at a time, each as a line of JSON. Thread-safe. */
@ApplicationScoped
public class EventLines {
    private static final int MOST = 100;

    @Inject
    Workplace workplace;

    @Inject
    Json json;

    private List<Waiting> waiting = new ArrayList<>();

    private record Waiting(Something something, CompletableFuture<Void> written) {}

    /** Writes it with the next ones; the result is there when it is on disk. */
    public Future<Void> add(Something something) {
        var line = new Waiting(something, new CompletableFuture<>());
        boolean full;
        synchronized (this) {
            waiting.add(line);
            full = waiting.size() >= MOST;
        }
        if (full) {
            flush();
        }
        return line.written();
    }

    /** Writes what has gathered. What cannot be written is told to those who wait for it. */
    public void flush() {
        var batch = take();
        if (batch.isEmpty()) {
            return;
        }
        try {
            write(batch);
            batch.forEach(line -> line.written().complete(null));
        } catch (IOException e) {
            batch.forEach(line -> line.written().completeExceptionally(e));
        }
    }

    private synchronized List<Waiting> take() {
        var batch = waiting;
        waiting = new ArrayList<>();
        return batch;
    }

    private void write(List<Waiting> batch) throws IOException {
        var text = new ByteArrayOutputStream();
        for (Waiting line : batch) {
            text.writeBytes(json.write(line.something()));
            text.write('\n');
        }
        Files.createDirectories(workplace.events());
        var file = workplace.events().resolve(UUID.randomUUID() + ".jsonlines");
        Files.write(file, text.toByteArray(), StandardOpenOption.CREATE_NEW, StandardOpenOption.DSYNC);
    }
}
