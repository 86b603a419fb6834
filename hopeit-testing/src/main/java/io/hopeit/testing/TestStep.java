package io.hopeit.testing;

import io.hopeit.testing.StepControls.Control;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A step of an event that a test makes fail or wait, from {@link TestApp#step}. The step itself does not run when it fails or
 * hangs, unless it {@link #failsWhenDone}; all that is around it does: MicroProfile Fault Tolerance, timeouts, retries. The
 * last thing said counts, until the end of the test. Thread-safe.
 *
 * {@snippet :
 * app.step(ProcessOrder.class, "save").fails(2, () -> new IOException("the disk is full"));
 * }
 */
public final class TestStep {
    private final StepControls controls;
    private final Pace pace;
    private final Class<?> event;
    private final String name;

    TestStep(StepControls controls, Pace pace, Class<?> event, String name) {
        this.controls = controls;
        this.pace = pace;
        this.event = event;
        this.name = name;
    }

    /** Fails each time, with a new failure. */
    public void fails(Supplier<? extends Exception> failure) {
        fails(Integer.MAX_VALUE, failure);
    }

    /**
     * Fails this many times, and works then.
     *
     * @param times how many, at least 1
     * @throws IllegalArgumentException when it is less than 1
     */
    public void fails(int times, Supplier<? extends Exception> failure) {
        var isLeft = times(times);
        set(step -> {
            if (isLeft.getAsBoolean()) {
                throw failure.get();
            }
            return step.proceed();
        });
    }

    /**
     * Does what it is written to do and fails then, this many times, and works after that. What it has done stays, and is done
     * again when it is tried again: as when a process dies after it has done a message and before it has acknowledged it. A test
     * that this does no harm:
     *
     * {@snippet :
     * app.step(ShipOrder.class, "ship").failsWhenDone(1, () -> new IOException("the process has died"));
     *
     * var run = app.run(ShipOrder.class, new PlacedOrder("o1"));
     *
     * assertThat(run.deliveries()).isEqualTo(2);
     * assertThat(app.bean(Warehouse.class).sent()).containsExactly("o1");
     * }
     *
     * <p>When MicroProfile Fault Tolerance retries the step for such a failure, that is within one delivery. A step that returns
     * a stream of values has made none of them when it fails.
     *
     * @param times how many, at least 1
     * @throws IllegalArgumentException when it is less than 1
     */
    public void failsWhenDone(int times, Supplier<? extends Exception> failure) {
        var isLeft = times(times);
        set(step -> {
            var result = step.proceed();
            if (isLeft.getAsBoolean()) {
                throw failure.get();
            }
            return result;
        });
    }

    private static BooleanSupplier times(int times) {
        Numbers.checkPositive(times, "times");
        var left = new AtomicInteger(times);
        return () -> left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    /** Does not end until it is interrupted, as it is when its event times out. */
    public void hangs() {
        set(step -> {
            pace.hang();
            return step.proceed();
        });
    }

    /** Takes at least this long, in the application's time. */
    public void takes(Duration duration) {
        var clock = pace.clock();
        set(step -> {
            clock.sleep(duration);
            return step.proceed();
        });
    }

    /** Does what it is written to do, as at first. */
    public void works() {
        controls.clear(event, name);
    }

    private void set(Control control) {
        controls.set(event, name, control);
    }
}
