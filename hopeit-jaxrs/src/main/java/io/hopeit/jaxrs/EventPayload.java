package io.hopeit.jaxrs;

/**
 * The payload of a request, on its way from {@link PayloadReader} to the event. It has a type of its own because a
 * server that has several readers takes the one whose type is nearest.
 *
 * @param value never null
 */
public record EventPayload(Object value) {}
