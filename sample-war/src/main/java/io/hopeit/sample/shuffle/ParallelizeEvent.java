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
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Makes two parts of a Something, which are processed apart from each other. */
@PostEvent(
        value = "shuffle.parallelize-event",
        summary = "Simple Example: Parallelize Event",
        description = "This example will spawn 2 copies of payload data, those are going to be send to a stream using "
                + "SHUFFLE and processed in asynchronously / in parallel if multiple nodes are available, "
                + "then submitted to other stream to be updated and saved")
@Steps({"forkSomething", SHUFFLE, "processFirstPart", "processSecondPart", SHUFFLE, "updateStatus", "save"})
@WriteStream("streams.something-event")
@APIResponse(responseCode = "200", description = "events submitted successfully message")
public class ParallelizeEvent {
    private static final String FIRST = "first_";
    private static final String SECOND = "second_";
    private static final int LONGEST_ID = 60 - SECOND.length();

    @Inject
    SomethingStore store;

    /** An id that leaves no room for a part's prefix is refused: those of parts are file names as well. */
    Stream<SomethingPart> forkSomething(@Valid Something something) {
        if (something.id().length() > LONGEST_ID) {
            throw new BadRequestException("id is longer than %d characters".formatted(LONGEST_ID));
        }
        return Stream.of(new FirstPart(something), new SecondPart(something));
    }

    @Postprocess
    String tell(SomethingPart last, HttpResponse response) {
        return Submitted.tell(response);
    }

    Something processFirstPart(FirstPart part, EventContext context) {
        return submitted(FIRST, part.data(), context);
    }

    Something processSecondPart(SecondPart part, EventContext context) {
        return submitted(SECOND, part.data(), context);
    }

    private static Something submitted(String prefix, Something data, EventContext context) {
        return new Something(prefix + data.id(), data.user(), data.status(), data.history())
                .with(StatusType.SUBMITTED, context.startedAt());
    }

    Something updateStatus(Something something, EventContext context) {
        return something.with(StatusType.PROCESSED, context.startedAt());
    }

    SomethingStored save(Something something) throws IOException {
        return new SomethingStored(store.save(something), something);
    }
}
