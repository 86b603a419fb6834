package io.hopeit.sample.collector;

import static io.hopeit.Steps.SHUFFLE;

import io.hopeit.Collected;
import io.hopeit.Collector;
import io.hopeit.PostEvent;
import io.hopeit.Postprocess;
import io.hopeit.Steps;
import io.hopeit.WriteStream;
import io.hopeit.sample.model.Something;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Loads two Somethings at the same time, and publishes those that there are. */
@PostEvent(
        value = "collector.collect-spawn",
        summary = "Simple Example: Collect and Spawn",
        description =
                "Loads 2 Something objects concurrently from disk, combine the results using a `@Collector` step, "
                        + "then spawn the items found individually into a stream")
@Collector(
        name = "collect",
        gather = {"loadFirst", "loadSecond", "combine"})
@Steps({"collect", "result", SHUFFLE, "spawn"})
@WriteStream("streams.something-event")
@APIResponse(responseCode = "200", description = "Number of items spawned (0,1 or 2)")
public class CollectSpawn extends LoadTwo {
    ItemsCollected result(Collected collected) {
        return new ItemsCollected(found(collected));
    }

    @Postprocess
    int count(ItemsCollected collected) {
        return collected.items().size();
    }

    Stream<Something> spawn(ItemsCollected collected) {
        return collected.items().stream();
    }
}
