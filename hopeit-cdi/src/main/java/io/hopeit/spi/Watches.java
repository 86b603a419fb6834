package io.hopeit.spi;

import io.hopeit.spi.EventListener.Watch;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Any number of watches as one; one that throws does no harm to the others. */
record Watches(List<Watch> each) implements Watch {
    static Watch of(List<Watch> watches) {
        var seeing = watches.stream().filter(watch -> !watch.equals(Watch.NONE)).toList();
        return seeing.isEmpty() ? Watch.NONE : new Watches(seeing);
    }

    @Override
    public Watch step(Step.Call step) {
        return of(each.stream().map(watch -> step(watch, step)).toList());
    }

    private static Watch step(Watch watch, Step.Call step) {
        try {
            return watch.step(step);
        } catch (RuntimeException e) {
            EventListeners.hasFailed(e);
            return Watch.NONE;
        }
    }

    @Override
    public void failed(Throwable failure) {
        each.forEach(watch -> tell(watch, w -> w.failed(failure)));
    }

    /** In the opposite order, as scopes are closed. */
    @Override
    public void close() {
        each.reversed().forEach(watch -> tell(watch, Watch::close));
    }

    private static void tell(Watch watch, Consumer<Watch> what) {
        try {
            what.accept(Objects.requireNonNull(watch));
        } catch (RuntimeException e) {
            EventListeners.hasFailed(e);
        }
    }
}
