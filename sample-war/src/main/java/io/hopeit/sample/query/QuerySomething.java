package io.hopeit.sample.query;

import io.hopeit.EventContext;
import io.hopeit.GetEvent;
import io.hopeit.Steps;
import io.hopeit.sample.model.QueryResult;
import io.hopeit.sample.model.Something;
import io.hopeit.sample.model.StatusType;
import io.hopeit.sample.storage.SomethingStore;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Loads Something from disk. */
@GetEvent(
        value = "query-something",
        summary = "Simple Example: Query Something",
        description = "Loads Something from disk")
@Steps({"load", "markLoaded"})
public class QuerySomething {
    @Inject
    SomethingStore store;

    QueryResult load(
            @QueryParam("item_id")
                    @Pattern(regexp = Something.FILE_NAME, message = "must be fit for a file name")
                    @Parameter(description = "Item Id to read")
                    String itemId,
            @QueryParam("partition_key")
                    @Pattern(regexp = SomethingStore.PARTITION, message = "must be like YYYY/MM/DD/HH")
                    @Parameter(description = "Partition folder in `YYYY/MM/DD/HH` format")
                    String partitionKey)
            throws IOException {
        return store.load(partitionKey, itemId);
    }

    Something markLoaded(Something something, EventContext context) {
        return something.with(StatusType.LOADED, context.startedAt());
    }
}
