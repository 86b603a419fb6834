package io.hopeit.sample.query;

import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.sample.model.QueryResult;
import io.hopeit.sample.model.Something;
import io.hopeit.sample.model.SomethingNotFound;
import io.hopeit.sample.model.Status;
import io.hopeit.sample.storage.SomethingStore;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Loads Something from disk, and stores it with the status that a client sends. */
@PostEvent(
        value = "query-something-extended",
        route = "query-something",
        summary = "Simple Example: Query Something Extended",
        description = "Loads Something from disk, update status base on POST body. "
                + "Objects is saved with updated status and history.")
@Steps({"load", "saveWithUpdatedStatus"})
public class QuerySomethingExtended {
    @Inject
    SomethingStore store;

    QueryResult load(
            @Valid Status status,
            @QueryParam("item_id")
                    @Pattern(regexp = Something.FILE_NAME, message = "must be fit for a file name")
                    @Parameter(description = "Item Id to read")
                    String itemId,
            @QueryParam("partition_key")
                    @Pattern(regexp = SomethingStore.PARTITION, message = "must be like YYYY/MM/DD/HH")
                    @Parameter(description = "Partition folder in `YYYY/MM/DD/HH` format")
                    String partitionKey)
            throws IOException {
        return switch (store.load(partitionKey, itemId)) {
            case Something something -> something.with(status.type(), status.ts());
            case SomethingNotFound notFound -> notFound;
        };
    }

    Something saveWithUpdatedStatus(Something something) throws IOException {
        store.save(something);
        return something;
    }
}
