package io.hopeit.sample.service;

import io.hopeit.EventContext;
import io.hopeit.Service;
import io.hopeit.ServiceEvent;
import io.hopeit.ServiceLoop;
import io.hopeit.Steps;
import io.hopeit.WriteStream;
import io.hopeit.sample.model.Something;
import io.hopeit.sample.model.SomethingParams;
import io.hopeit.sample.model.Status;
import io.hopeit.sample.model.StatusType;
import io.hopeit.sample.model.User;
import io.hopeit.sample.storage.Workplace;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes a Something from time to time, and publishes it to be processed. */
@ServiceEvent("service.something-generator")
@WriteStream("streams.something-event")
@Steps("create")
public class SomethingGenerator {
    @Inject
    Workplace workplace;

    @Inject
    @ConfigProperty(name = "simple-example.generator.longest-pause", defaultValue = "PT10S")
    Duration longestPause;

    @Service
    Stream<SomethingParams> generate(ServiceLoop loop) {
        if (!workplace.isPrepared()) {
            throw new IllegalStateException("the set-up has not run");
        }
        return Stream.iterate(1, i -> i + 1)
                .takeWhile(i -> loop.pause(pause()))
                .map(i -> new SomethingParams("id" + i, "user" + i));
    }

    private Duration pause() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longestPause.toMillis() + 1));
    }

    Something create(SomethingParams params, EventContext context) {
        var user = new User(params.user(), params.user());
        return new Something(params.id(), user, new Status(context.startedAt(), StatusType.NEW), List.of());
    }
}
