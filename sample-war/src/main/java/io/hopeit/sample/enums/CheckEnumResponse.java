package io.hopeit.sample.enums;

import jakarta.validation.constraints.NotNull;

/**
 * A value that was sent.
 *
 * @param value one of the few
 */
public record CheckEnumResponse(@NotNull CustomValue value) {}
