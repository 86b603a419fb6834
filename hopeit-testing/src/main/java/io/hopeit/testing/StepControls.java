package io.hopeit.testing;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What steps are told to do instead of what they are written to do. Thread-safe. */
final class StepControls {
    /** What comes before a step. */
    @FunctionalInterface
    interface Control {
        /** For the step to begin, returns. */
        void before() throws Exception;
    }

    private record Key(Class<?> event, String step) {}

    private final Map<Key, Control> controls = new ConcurrentHashMap<>();

    void set(Class<?> event, String step, Control control) {
        controls.put(new Key(event, step), control);
    }

    void clear(Class<?> event, String step) {
        controls.remove(new Key(event, step));
    }

    /** A method of an event begins; the event may inherit it. */
    void before(Class<?> event, Method method) throws Exception {
        var control = controls.get(new Key(event, method.getName()));
        if (control != null) {
            control.before();
        }
    }
}
