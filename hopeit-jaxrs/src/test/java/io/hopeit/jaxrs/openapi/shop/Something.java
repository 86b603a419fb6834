package io.hopeit.jaxrs.openapi.shop;

import java.math.BigDecimal;

/** Has the name of another type. */
public record Something(BigDecimal price) {}
