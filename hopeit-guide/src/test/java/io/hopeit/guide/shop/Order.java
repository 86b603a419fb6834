package io.hopeit.guide.shop;

import io.hopeit.DataObject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/** What somebody wants. */
@DataObject(value = "shop.Order", eventId = "id")
public record Order(@NotBlank String id, @Min(1) int pieces) {}
