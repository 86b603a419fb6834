package io.hopeit.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file to which every process appends what it does, one write for each line: it survives all of them. Thread-safe.
 *
 * <p>Not a channel, which an interrupt would close.
 */
final class Ledger {
    private final Path file;
    private final String who;
    private final FileOutputStream out;

    Ledger(Path file, String who) {
        this.file = file;
        this.who = who;
        try {
            this.out = new FileOutputStream(file.toFile(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that whoever has started this process reads. */
    static Ledger ofThisProcess() {
        return new Ledger(Path.of(System.getProperty("faults.ledger")), System.getProperty("faults.pod"));
    }

    /** What happens to an id, or to a process. */
    enum Phase {
        /** A publisher is about to publish. */
        ATTEMPT,
        /** It has been confirmed. */
        OK,
        /** It has surely not been stored. */
        FAILED,
        /** It may have been stored. */
        UNKNOWN,
        /** A step has begun. */
        BEGIN,
        /** It has had its effect. */
        END,
        /** It has thrown. */
        THROWN,
        /** It is about to end the process. */
        HALT,
        /** A process is there, or has ended in order. */
        UP,
        DOWN,
        /** A process was held up by its machine for so many ms. */
        STALL,
        /** A number, by its name. */
        GAUGE
    }

    /**
     * One line.
     *
     * @param millis when
     * @param who which process
     * @param id of the job
     * @param number which delivery the step was told it is, or a number
     * @param phase what
     */
    record Line(long millis, String who, String id, long number, Phase phase) {
        static Line parse(String text) {
            var parts = text.split(",", -1);
            return new Line(
                    Long.parseLong(parts[0]), parts[1], parts[2], Long.parseLong(parts[3]), Phase.valueOf(parts[4]));
        }
    }

    Path file() {
        return file;
    }

    void write(String id, long number, Phase phase) {
        var line = "%d,%s,%s,%d,%s\n".formatted(System.currentTimeMillis(), who, id, number, phase);
        try {
            out.write(line.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All there is; a line that is being written is left out. */
    List<Line> lines() {
        try {
            var text = Files.readString(file);
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            return whole.lines().map(Line::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Line> of(Phase phase) {
        return lines().stream().filter(line -> line.phase() == phase);
    }

    long count(String id, Phase phase) {
        return of(phase).filter(line -> line.id().equals(id)).count();
    }
}
