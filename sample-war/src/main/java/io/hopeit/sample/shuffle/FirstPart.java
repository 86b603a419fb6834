package io.hopeit.sample.shuffle;

import io.hopeit.DataObject;
import io.hopeit.sample.model.Something;

/**
 * The first one.
 *
 * @param data what it is a part of
 */
@DataObject("simple_example.shuffle.parallelize_event.FirstPart")
public record FirstPart(Something data) implements SomethingPart {}
