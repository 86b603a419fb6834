package io.hopeit.jaxrs.shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public record Order(
        @NotBlank String id,
        @NotNull @Valid Customer customer,
        Optional<String> note,
        Instant at,
        List<@Valid Line> lines) {
    public record Customer(@NotBlank String name) {}

    public record Line(@NotBlank String article, @Min(1) int quantity) {}
}
