package com.acme.shop;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/** What somebody wants. */
public record Order(@NotBlank String id, @NotBlank String item, @Min(1) int pieces) {}
