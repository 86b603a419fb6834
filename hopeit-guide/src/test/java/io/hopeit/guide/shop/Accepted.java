package io.hopeit.guide.shop;

import java.time.Instant;

/** It is sent soon. */
public record Accepted(String id, Instant at) {}
