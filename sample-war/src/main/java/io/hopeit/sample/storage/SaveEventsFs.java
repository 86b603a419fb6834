package io.hopeit.sample.storage;

import static io.hopeit.StreamEvent.AUTO;

import io.hopeit.Service;
import io.hopeit.ServiceLoop;
import io.hopeit.Steps;
import io.hopeit.StreamEvent;
import io.hopeit.sample.model.Something;
import io.hopeit.sample.model.SomethingStored;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Keeps all that is published in files of many lines each: a message is done when its line is on disk. */
@StreamEvent(
        value = "storage.save-events-fs",
        read = "streams.something-event",
        queues = {"high-prio", AUTO})
@Steps({"buffer", "flush", "leave"})
public class SaveEventsFs {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Inject
    EventLines lines;

    /** Time to write what has gathered, even if it is little. */
    record FlushSignal() {}

    @Service
    Stream<FlushSignal> signals(ServiceLoop loop) {
        return Stream.generate(FlushSignal::new).takeWhile(signal -> loop.pause(PATIENCE));
    }

    void buffer(Something something) throws InterruptedException, ExecutionException {
        lines.add(something).get();
    }

    void flush(FlushSignal signal) {
        lines.flush();
    }

    /** What another event has stored, and tells of in the same stream, is done. */
    void leave(SomethingStored stored) {}
}
