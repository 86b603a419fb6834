package io.hopeit.sample.collector;

import io.hopeit.DataObject;
import io.hopeit.sample.model.Something;
import java.util.List;

/**
 * What was found.
 *
 * @param items in the order in which they were asked for
 */
@DataObject("simple_example.collector.collect_spawn.ItemsCollected")
public record ItemsCollected(List<Something> items) {
    public ItemsCollected {
        items = List.copyOf(items);
    }
}
