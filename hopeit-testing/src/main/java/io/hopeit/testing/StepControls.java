package io.hopeit.testing;

import jakarta.interceptor.InvocationContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What steps are told to do instead of what they are written to do. Thread-safe. */
final class StepControls {
    /** What goes around a step. */
    @FunctionalInterface
    interface Control {
        /** Does the step, or something else in its place, before it or after it. */
        @Nullable
        Object around(InvocationContext step) throws Exception;
    }

    private record Key(Class<?> event, String step) {}

    private final Map<Key, Control> controls = new ConcurrentHashMap<>();

    void set(Class<?> event, String step, Control control) {
        controls.put(new Key(event, step), control);
    }

    void clear(Class<?> event, String step) {
        controls.remove(new Key(event, step));
    }

    /** Does a method of an event, which the event may inherit. */
    @Nullable
    Object around(Class<?> event, InvocationContext step) throws Exception {
        var control = controls.get(new Key(event, step.getMethod().getName()));
        return control == null ? step.proceed() : control.around(step);
    }
}
