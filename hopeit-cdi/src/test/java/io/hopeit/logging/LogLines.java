package io.hopeit.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/** What a handler of java.util.logging writes for one logger and those below it, with our formatter. */
public final class LogLines implements AutoCloseable {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StreamHandler handler;
    private final Logger logger;

    private LogLines(Logger logger, HopeitFormatter formatter) {
        this.logger = logger;
        this.handler = new StreamHandler(bytes, formatter);
        handler.setLevel(Level.ALL);
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.INFO);
    }

    public static LogLines of(String logger, String format) {
        return new LogLines(Logger.getLogger(logger), new HopeitFormatter(format));
    }

    Logger logger() {
        return logger;
    }

    /** All lines, as they are. */
    List<String> raw() {
        handler.flush();
        return bytes.toString(UTF_8).lines().toList();
    }

    /** All lines, without their time, and from host vm and process 5260. */
    public List<String> untimed() {
        return raw().stream()
                .map(LogLines::onVm)
                .map(line -> line.substring(line.indexOf(" | ") + 3))
                .toList();
    }

    static String onVm(String line) {
        return line.replace(" " + ThisProcess.HOST + " " + ThisProcess.PID + " ", " vm 5260 ");
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }
}
