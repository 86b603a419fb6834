package io.hopeit.sample.model;

import io.hopeit.DataObject;
import jakarta.validation.constraints.NotNull;

/**
 * User information.
 *
 * @param id the user's id
 * @param name the user's name
 */
@DataObject("model.User")
public record User(@NotNull String id, @NotNull String name) {}
