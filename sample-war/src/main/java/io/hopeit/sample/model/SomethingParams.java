package io.hopeit.sample.model;

import io.hopeit.DataObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Params to create and save Something.
 *
 * @param id its id
 * @param user id and name of its user
 */
@DataObject("model.SomethingParams")
public record SomethingParams(
        @NotBlank @Pattern(regexp = Something.FILE_NAME, message = "must be fit for a file name")
        String id,

        @NotNull String user) {}
