package io.hopeit.sample.model;

import io.hopeit.DataObject;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * Status change.
 *
 * @param ts when
 * @param type what happened
 */
@DataObject("model.Status")
public record Status(@NotNull Instant ts, @NotNull StatusType type) {}
