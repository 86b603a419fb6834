package io.hopeit.testing;

import io.hopeit.EventContext;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener;
import io.hopeit.spi.Step;
import io.hopeit.streams.spi.Append;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What has happened in the application, from its start. Thread-safe. */
final class Recorder implements EventListener {
    private final List<Steps> steps = new CopyOnWriteArrayList<>();
    private final List<Run> ended = new CopyOnWriteArrayList<>();
    private final List<Append> appended = new CopyOnWriteArrayList<>();

    /** How much has happened so far. */
    record Mark(int steps, int ended, int appended) {
        /** Nothing yet. */
        static final Mark START = new Mark(0, 0, 0);
    }

    /** The steps of one run. */
    static final class Steps implements Watch {
        private final EventDefinition event;
        private final EventContext context;
        private final List<String> names = Collections.synchronizedList(new ArrayList<>());
        private final List<@Nullable Object> results = Collections.synchronizedList(new ArrayList<@Nullable Object>());
        private volatile @Nullable Throwable failure;

        Steps(EventDefinition event, EventContext context) {
            this.event = event;
            this.context = context;
        }

        EventDefinition event() {
            return event;
        }

        EventContext context() {
            return context;
        }

        List<String> names() {
            synchronized (names) {
                return List.copyOf(names);
            }
        }

        /** But for those that are no value. */
        List<Object> results() {
            synchronized (results) {
                return results.stream()
                        .flatMap(result -> Optional.ofNullable(result).stream())
                        .toList();
            }
        }

        Optional<Throwable> failure() {
            return Optional.ofNullable(failure);
        }

        @Override
        public Watch step(Step.Call step) {
            names.add(step.name());
            return NONE;
        }

        @Override
        public void result(@Nullable Object value) {
            results.add(value);
        }

        @Override
        public void failed(Throwable thrown) {
            failure = thrown;
        }
    }

    @Override
    public Watch watch(EventDefinition event, EventContext context) {
        var watch = new Steps(event, context);
        steps.add(watch);
        return watch;
    }

    @Override
    public void ended(Run run) {
        ended.add(run);
    }

    /** An entry has been confirmed. */
    void appended(Append append) {
        appended.add(append);
    }

    Mark mark() {
        return new Mark(steps.size(), ended.size(), appended.size());
    }

    /** The steps that have run between two marks. */
    List<Steps> steps(Mark from, Mark to) {
        return List.copyOf(steps.subList(from.steps(), to.steps()));
    }

    List<Run> ended(Mark from, Mark to) {
        return List.copyOf(ended.subList(from.ended(), to.ended()));
    }

    List<Append> appended(Mark from, Mark to) {
        return List.copyOf(appended.subList(from.appended(), to.appended()));
    }

    /** How many runs have ended, of those that are such. */
    long countEnded(Mark from, Predicate<EventDefinition> event) {
        return ended.subList(from.ended(), ended.size()).stream()
                .filter(run -> event.test(run.event()))
                .count();
    }
}
