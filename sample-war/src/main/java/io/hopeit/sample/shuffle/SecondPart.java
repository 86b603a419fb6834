package io.hopeit.sample.shuffle;

import io.hopeit.DataObject;
import io.hopeit.sample.model.Something;

/**
 * The second one.
 *
 * @param data what it is a part of
 */
@DataObject("simple_example.shuffle.parallelize_event.SecondPart")
public record SecondPart(Something data) implements SomethingPart {}
