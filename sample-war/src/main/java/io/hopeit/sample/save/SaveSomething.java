package io.hopeit.sample.save;

import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.sample.model.Something;
import io.hopeit.sample.model.SomethingParams;
import io.hopeit.sample.model.User;
import io.hopeit.sample.storage.SomethingStore;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.HeaderParam;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Creates and saves Something. */
@PostEvent(
        value = "save-something",
        summary = "Simple Example: Save Something",
        description = "Creates and saves Something")
@Steps({"create", "save"})
public class SaveSomething {
    @Inject
    SomethingStore store;

    Something create(@Valid SomethingParams params, @HeaderParam("User-Agent") @NotBlank String userAgent) {
        return new Something(params.id(), new User(params.user(), params.user()), null, List.of());
    }

    @Retry(maxRetries = 2, retryOn = IOException.class)
    String save(Something something) throws IOException {
        return store.save(something);
    }
}
