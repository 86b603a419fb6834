package io.hopeit.auth;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the plugin warns of, from now on until it is closed. */
final class Warnings extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("io.hopeit.auth");
    private final List<String> texts = new CopyOnWriteArrayList<>();

    Warnings() {
        setLevel(Level.WARNING);
        logger.addHandler(this);
    }

    List<String> texts() {
        return texts;
    }

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record)) {
            texts.add(record.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
