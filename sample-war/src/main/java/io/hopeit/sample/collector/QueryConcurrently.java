package io.hopeit.sample.collector;

import io.hopeit.Collected;
import io.hopeit.Collector;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.sample.model.Something;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Loads two Somethings at the same time. */
@PostEvent(
        value = "collector.query-concurrently",
        summary = "Simple Example: Query Concurrently",
        description = "Loads 2 Something objects concurrently from disk and combine the results "
                + "using a `@Collector` step")
@Collector(
        name = "collect",
        gather = {"loadFirst", "loadSecond", "combine"})
@Steps({"collect", "result"})
@APIResponse(
        responseCode = "200",
        description = "List of one or two Something objects returned found, empty list if none is found")
public class QueryConcurrently extends LoadTwo {
    List<Something> result(Collected collected) {
        return found(collected);
    }
}
