package io.hopeit.jaxrs.mock;

/** A text that has been worked on. */
public record MockResult(String value, boolean processed) {}
