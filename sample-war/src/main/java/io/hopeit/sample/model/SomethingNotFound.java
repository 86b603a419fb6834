package io.hopeit.sample.model;

import io.hopeit.DataObject;
import io.hopeit.jaxrs.ResponseStatus;
import jakarta.validation.constraints.NotNull;

/**
 * Item not found in datastore.
 *
 * @param path where it was looked for
 * @param id its id
 */
@DataObject("model.SomethingNotFound")
@ResponseStatus(value = 404, description = "Information about not found object")
public record SomethingNotFound(
        @NotNull String path, @NotNull String id) implements QueryResult {}
