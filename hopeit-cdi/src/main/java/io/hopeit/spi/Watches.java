package io.hopeit.spi;

import io.hopeit.spi.EventListener.Watch;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Several watches as one. */
record Watches(List<Watch> each) implements Watch {
    static Watch of(List<Watch> watches) {
        var seeing = watches.stream().filter(watch -> !watch.equals(Watch.NONE)).toList();
        return switch (seeing.size()) {
            case 0 -> Watch.NONE;
            case 1 -> seeing.getFirst();
            default -> new Watches(seeing);
        };
    }

    @Override
    public Watch step(Step.Call step) {
        return of(each.stream().map(watch -> watch.step(step)).toList());
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
            System.getLogger("io.hopeit").log(Level.ERROR, "a listener has failed", e);
        }
    }
}
