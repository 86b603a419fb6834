package io.hopeit.sample.save;

import io.hopeit.EventGroup;
import io.hopeit.PostEvent;
import io.hopeit.Preprocess;
import io.hopeit.Steps;
import io.hopeit.jaxrs.HttpRequest;
import io.hopeit.sample.model.Something;
import io.hopeit.sample.model.SomethingParams;
import io.hopeit.sample.model.User;
import io.hopeit.sample.storage.SomethingStore;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Creates and saves Something. */
@PostEvent(
        value = "save-something",
        summary = "Simple Example: Save Something",
        description = "Creates and saves Something")
@EventGroup("g2")
@Steps({"create", "save"})
@APIResponse(responseCode = "200", description = "path where object is saved")
@APIResponse(
        responseCode = "400",
        description = "bad request reason",
        content = @Content(schema = @Schema(implementation = String.class)))
public class SaveSomething {
    @Inject
    SomethingStore store;

    /** Answers itself when it is not told who asks. */
    @Preprocess
    Object checkUserAgent(@Valid SomethingParams params, HttpRequest request) {
        if (request.header("User-Agent").filter(agent -> !agent.isBlank()).isPresent()) {
            return params;
        }
        request.setStatus(400);
        return "Missing required user-agent";
    }

    Something create(SomethingParams params) {
        return new Something(params.id(), new User(params.user(), params.user()), null, List.of());
    }

    @org.eclipse.microprofile.faulttolerance.Retry(maxRetries = 2, retryOn = IOException.class)
    String save(Something something) throws IOException {
        return store.save(something);
    }
}
