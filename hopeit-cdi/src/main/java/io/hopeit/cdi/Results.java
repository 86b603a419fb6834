package io.hopeit.cdi;

import io.hopeit.EventContext;
import io.hopeit.spi.AppTime;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventOutput;
import io.hopeit.spi.ResultTypes;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The results of one run: the last is kept, all but nulls are published as they come, some at a time. The first one waits
 * until the run has lasted as long as the event's throttle says.
 */
final class Results {
    private final EventDefinition event;
    private final EventContext context;
    private final Supplier<EventOutput> outputs;
    private final AppTime time;
    private final long started;
    private final List<Object> unpublished = new ArrayList<>();
    private @Nullable Object last;

    Results(EventDefinition event, EventContext context, Supplier<EventOutput> outputs, AppTime time) {
        this.event = event;
        this.context = context;
        this.outputs = outputs;
        this.time = time;
        this.started = time.nanos();
    }

    void add(@Nullable Object result) throws InterruptedException {
        var throttle = event.settings().throttle();
        if (throttle.isPositive()) {
            pause(throttle.minus(Duration.ofNanos(time.nanos() - started)));
        }
        last = result;
        if (result == null || event.output().isEmpty()) {
            return;
        }
        unpublished.add(result);
        if (unpublished.size()
                >= event.output().get().stream().settings().consume().batchSize()) {
            flush();
        }
    }

    /** What configuration asks for. */
    void pause(Duration duration) throws InterruptedException {
        if (duration.isPositive()) {
            time.sleep(duration);
        }
    }

    void flush() throws InterruptedException {
        if (!unpublished.isEmpty()) {
            outputs.get().write(event.output().orElseThrow(), List.copyOf(unpublished), this::declared, context);
            unpublished.clear();
        }
    }

    private Type declared(Object result) {
        return ResultTypes.of(event.flow()).of(result);
    }

    @Nullable
    Object last() {
        return last;
    }
}
