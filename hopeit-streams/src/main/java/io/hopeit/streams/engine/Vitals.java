package io.hopeit.streams.engine;

import io.hopeit.streams.engine.Delivery.State;
import java.util.List;
import java.util.Optional;

/** How the reading of one engine goes. Guarded by the engine. */
record Vitals(Core core, List<Intake> intakes) {
    Optional<Throwable> failure() {
        return intakes.stream()
                .map(Intake::failure)
                .flatMap(failure -> Optional.ofNullable(failure).stream())
                .findFirst();
    }

    long millisSinceRead() {
        return longestSilence(false);
    }

    long millisStalled() {
        return longestSilence(core.inFlight.all().stream().anyMatch(Vitals::holdsUp));
    }

    private long longestSilence(boolean isHeldUp) {
        return intakes.stream()
                .filter(Intake::isOpen)
                .filter(intake -> !isHeldUp || intake.isReading() || intake.failure() != null)
                .mapToLong(Intake::silence)
                .max()
                .orElse(0);
    }

    /** Work that will not end holds up nothing: it is what has stalled. */
    private static boolean holdsUp(Delivery delivery) {
        return delivery.state() == State.HELD || (delivery.state() == State.RUNNING && !delivery.isOverdue());
    }

    boolean hasRead() {
        var open = intakes.stream().filter(Intake::isOpen).toList();
        return !open.isEmpty() && open.stream().allMatch(Intake::hasRead);
    }
}
