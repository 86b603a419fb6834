package io.hopeit.sample.shuffle;

import static io.hopeit.Steps.SHUFFLE;

import io.hopeit.EventContext;
import io.hopeit.PostEvent;
import io.hopeit.Postprocess;
import io.hopeit.Steps;
import io.hopeit.WriteStream;
import io.hopeit.jaxrs.HttpResponse;
import io.hopeit.sample.model.Something;
import io.hopeit.sample.model.SomethingStored;
import io.hopeit.sample.model.StatusType;
import io.hopeit.sample.storage.SomethingStore;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Makes three Somethings of one, which are processed as events of their own. */
@PostEvent(
        value = "shuffle.spawn-event",
        summary = "Simple Example: Spawn Event",
        description = "This example will spawn 3 data events, those are going to be send to a stream using SHUFFLE "
                + "and processed in asynchronously / in parallel if multiple nodes are available")
@Steps({"spawnManyEvents", SHUFFLE, "updateStatus", "save"})
@WriteStream("streams.something-event")
@APIResponse(responseCode = "200", description = "events submitted successfully message")
public class SpawnEvent {
    @Inject
    SomethingStore store;

    Stream<Something> spawnManyEvents(@Valid Something something, EventContext context) {
        return Stream.of("0", "1", "2")
                .map(id -> new Something(id, something.user(), something.status(), something.history())
                        .with(StatusType.SUBMITTED, context.startedAt()));
    }

    @Postprocess
    String tell(Something last, HttpResponse response) {
        return Submitted.tell(response);
    }

    Something updateStatus(Something something, EventContext context) {
        return something.with(StatusType.PROCESSED, context.startedAt());
    }

    SomethingStored save(Something something) throws IOException {
        return new SomethingStored(store.save(something), something);
    }
}
