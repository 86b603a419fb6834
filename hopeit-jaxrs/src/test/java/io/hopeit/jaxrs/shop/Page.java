package io.hopeit.jaxrs.shop;

import java.util.List;

public record Page<T>(List<T> items, int total) {}
