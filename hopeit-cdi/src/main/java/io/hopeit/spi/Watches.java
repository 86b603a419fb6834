package io.hopeit.spi;

import io.hopeit.spi.EventListener.Watch;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Several watches as one; one that throws does no harm to the run or to the others. */
record Watches(List<Watch> each) implements Watch {
    /** What each of these has to see. */
    static <T> Watch of(List<T> watching, Function<T, Watch> see) {
        List<Watch> watches = List.of(); // that is asked for each run and step, and mostly it stays empty
        for (T one : watching) {
            var watch = ask(one, see);
            if (!watch.equals(Watch.NONE)) {
                watches = watches.isEmpty() ? new ArrayList<>(watching.size()) : watches;
                watches.add(watch);
            }
        }
        return watches.isEmpty() ? Watch.NONE : new Watches(watches);
    }

    @Override
    public Watch step(Step.Call step) {
        return of(each, watch -> watch.step(step));
    }

    @Override
    public void result(@Nullable Object value) {
        each.forEach(watch -> tell(watch, w -> w.result(value)));
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

    private static <T> Watch ask(T one, Function<T, Watch> see) {
        try {
            return see.apply(one);
        } catch (RuntimeException | Error e) { // such as that of a library that does not fit
            log(e);
            return Watch.NONE;
        }
    }

    static <T> void tell(T one, Consumer<T> what) {
        try {
            what.accept(one);
        } catch (RuntimeException | Error e) { // such as that of a library that does not fit
            log(e);
        }
    }

    private static void log(Throwable e) {
        System.getLogger("io.hopeit").log(Level.ERROR, "a listener has failed", e);
    }
}
