package io.hopeit.shop;

import io.hopeit.StreamUnavailableException;
import io.hopeit.spi.DeadLetter;
import io.hopeit.spi.DeadLetters;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventLoop;
import io.hopeit.spi.EventLoops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Runs the event "open" by itself, as far as the management can see: it pauses, and has dead letters. */
@ApplicationScoped
class ManagedLoop implements EventLoops, EventLoop, DeadLetters {
    private final TreeSet<String> ids = new TreeSet<>();
    private State state = State.RUNNING;
    private boolean isBroken;

    @Inject
    EventCatalogue catalogue;

    void keep(List<String> letters) {
        isBroken = false;
        state = State.RUNNING;
        ids.clear();
        ids.addAll(letters);
    }

    void breakDown() {
        isBroken = true;
    }

    @Override
    public List<EventLoop> loops() {
        return List.of(this);
    }

    @Override
    public EventDefinition event() {
        return catalogue.events().stream()
                .filter(event -> event.name().equals("open"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public Optional<String> failure() {
        return Optional.empty();
    }

    @Override
    public void start() {
        throw new IllegalStateException("is running");
    }

    @Override
    public void stop() {
        throw new IllegalStateException("is not to be stopped");
    }

    @Override
    public void pause() {
        change(State.RUNNING, State.PAUSED);
    }

    @Override
    public void resume() {
        change(State.PAUSED, State.RUNNING);
    }

    private void change(State from, State to) {
        if (state != from) {
            throw new IllegalStateException("is " + state);
        }
        state = to;
    }

    @Override
    public Optional<DeadLetters> deadLetters() {
        return Optional.of(this);
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("pending", 3);
    }

    @Override
    public List<DeadLetter> list(String after, int count) {
        check(after);
        return ids.tailSet(after, false).stream()
                .limit(count)
                .map(id -> new DeadLetter(id, "s", "1-0", 5, "E", "m", Instant.EPOCH, Map.of("payload", "p")))
                .toList();
    }

    private void check(String id) {
        if (isBroken) {
            throw new StreamUnavailableException("down", new IllegalStateException());
        }
        if (id.startsWith("no-")) {
            throw new IllegalArgumentException("is not an id");
        }
    }

    @Override
    public long redrive(List<String> letters) {
        letters.forEach(this::check);
        return letters.stream().filter(ids::remove).count();
    }

    @Override
    public long discard(List<String> letters) {
        return redrive(letters);
    }
}
