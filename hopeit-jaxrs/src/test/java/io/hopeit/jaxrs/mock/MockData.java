package io.hopeit.jaxrs.mock;

/** A text. */
public record MockData(String value) {}
