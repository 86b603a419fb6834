package io.hopeit.sample.model;

import io.hopeit.DataObject;

/**
 * Something that was stored.
 *
 * @param path where it is stored
 * @param payload what was stored
 */
@DataObject(value = "model.SomethingStored", eventId = "payload.id", eventTs = "payload.status.ts")
public record SomethingStored(String path, Something payload) {}
