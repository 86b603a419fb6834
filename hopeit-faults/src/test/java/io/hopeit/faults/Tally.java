package io.hopeit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.faults.Ledger.Line;
import io.hopeit.faults.Ledger.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What has become of all messages, by the ledger.
 *
 * @param acked confirmed to their publisher
 * @param processed had their effect
 * @param dead in the stream of dead letters
 * @param duplicates begun once more though they had neither failed nor been given back
 * @param explained of these, those that were pending in a process when it was killed or frozen, or in work when the machine
 *     held it up or when it ended itself unnoticed, or so stated
 * @param mayRepeat those that may be done again, as they were pending then, or so stated
 * @param maxDeliveries how often the one was begun that was begun most often
 * @param recoveries ms from the end of a process to the effect of what was pending in it, in order
 * @param drainMillis from the last confirmation to the last effect
 */
record Tally(
        Set<String> acked,
        Set<String> processed,
        Set<String> dead,
        Set<String> duplicates,
        Set<String> explained,
        Set<String> mayRepeat,
        long maxDeliveries,
        List<Long> recoveries,
        long drainMillis) {

    /** What has ended that shortly before may not have been acknowledged. */
    private static final long ACKNOWLEDGED_MILLIS = 500;
    /** That long after the end of a process others may have taken some of what was pending in it. */
    private static final long SOON_MILLIS = 500;

    /** That a process was stopped, and what was pending in it then. */
    record Stop(String who, long millis, Set<String> pending) {
        /** Whether a process that was about to end itself was looked at too late. */
        private boolean isLate(Line halt) {
            return who.equals(halt.who()) && millis - halt.millis() > SOON_MILLIS;
        }
    }

    static Tally of(List<Line> lines, Set<String> dead, List<Stop> stops, Set<String> stated) {
        var begun = count(lines, Phase.BEGIN);
        var thrown = count(lines, Phase.THROWN);
        var duplicates = new TreeSet<String>();
        begun.forEach((id, times) -> {
            if (times - thrown.getOrDefault(id, 0L) > 1) {
                duplicates.add(id);
            }
        });
        var mayRepeat = new TreeSet<>(stated);
        stops.forEach(stop -> mayRepeat.addAll(stop.pending()));
        lines.stream()
                .filter(line -> line.phase() == Phase.STALL)
                .forEach(stall -> mayRepeat.addAll(inWork(lines, stall, stall.millis() - stall.number())));
        lines.stream()
                .filter(line -> line.phase() == Phase.HALT)
                .filter(halt -> stops.stream().anyMatch(stop -> stop.isLate(halt)))
                .forEach(halt -> mayRepeat.addAll(inWork(lines, halt, halt.millis())));
        var explained = new TreeSet<>(duplicates);
        explained.retainAll(mayRepeat);
        return new Tally(
                ids(lines, Phase.OK),
                ids(lines, Phase.END),
                new TreeSet<>(dead),
                duplicates,
                explained,
                mayRepeat,
                begun.values().stream().mapToLong(Long::longValue).max().orElse(0),
                recoveries(lines, stops),
                drain(lines));
    }

    /** What a process had in work, or not yet acknowledged, from {@code since} to its line of when it was held up or ended. */
    private static Set<String> inWork(List<Line> lines, Line stop, long since) {
        long begin = since - ACKNOWLEDGED_MILLIS;
        var inWork = new TreeSet<String>();
        for (Line line : lines) {
            boolean isItsOwn = line.who().equals(stop.who()) && line.millis() <= stop.millis();
            if (isItsOwn && line.phase() == Phase.BEGIN) {
                inWork.add(line.id());
            } else if (isItsOwn
                    && line.millis() < begin
                    && (line.phase() == Phase.END || line.phase() == Phase.THROWN)) {
                inWork.remove(line.id());
            }
        }
        return inWork;
    }

    private static Map<String, Long> count(List<Line> lines, Phase phase) {
        return lines.stream()
                .filter(line -> line.phase() == phase)
                .collect(Collectors.groupingBy(Line::id, Collectors.counting()));
    }

    private static Set<String> ids(List<Line> lines, Phase phase) {
        return new TreeSet<>(count(lines, phase).keySet());
    }

    private static long last(List<Line> lines, Phase phase) {
        return lines.stream()
                .filter(line -> line.phase() == phase)
                .mapToLong(Line::millis)
                .max()
                .orElse(0);
    }

    private static long drain(List<Line> lines) {
        long published = last(lines, Phase.OK);
        return published == 0 ? 0 : Math.max(0, last(lines, Phase.END) - published);
    }

    private static List<Long> recoveries(List<Line> lines, List<Stop> stops) {
        var ends = new HashMap<String, List<Line>>();
        lines.stream().filter(line -> line.phase() == Phase.END).forEach(line -> ends.computeIfAbsent(
                        line.id(), id -> new ArrayList<>())
                .add(line));
        var recoveries = new ArrayList<Long>();
        for (Stop stop : stops) {
            for (String id : stop.pending()) {
                ends.getOrDefault(id, List.of()).stream()
                        .filter(end ->
                                end.millis() >= stop.millis() && !end.who().equals(stop.who()))
                        .findFirst()
                        .ifPresent(end -> recoveries.add(end.millis() - stop.millis()));
            }
        }
        recoveries.sort(null);
        return recoveries;
    }

    Set<String> lost() {
        var lost = new TreeSet<>(acked);
        lost.removeAll(processed);
        lost.removeAll(dead);
        return lost;
    }

    long recovery(double share) {
        return recoveries.isEmpty() ? 0 : recoveries.get((int) Math.ceil(share * (recoveries.size() - 1)));
    }

    Tally assertNothingLost() {
        assertThat(lost())
                .as("acknowledged, but neither processed nor dead letters")
                .isEmpty();
        var both = new TreeSet<>(processed);
        both.retainAll(dead);
        both.removeAll(mayRepeat);
        assertThat(both).as("processed, and dead letters").isEmpty();
        return this;
    }

    Tally assertDuplicatesExplained() {
        var unexplained = new TreeSet<>(duplicates);
        unexplained.removeAll(explained);
        assertThat(unexplained).as("done again without a reason").isEmpty();
        return this;
    }

    @Override
    public String toString() {
        return ("acked=%d processed=%d dlq=%d lost=%d duplicates=%d dup_explained=%d max_deliveries=%d"
                        + " recovery_p50=%d recovery_p99=%d recovery_max=%d drain=%d")
                .formatted(
                        acked.size(),
                        processed.size(),
                        dead.size(),
                        lost().size(),
                        duplicates.size(),
                        explained.size(),
                        maxDeliveries,
                        recovery(0.5),
                        recovery(0.99),
                        recovery(1),
                        drainMillis);
    }
}
