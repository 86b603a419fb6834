package io.hopeit.sample.model;

import io.hopeit.DataObject;
import io.hopeit.jaxrs.ResponseStatus;

/**
 * Item not found in datastore.
 *
 * @param path where it was looked for
 * @param id its id
 */
@DataObject("model.SomethingNotFound")
@ResponseStatus(value = 404, description = "Information about not found object")
public record SomethingNotFound(String path, String id) implements QueryResult {}
