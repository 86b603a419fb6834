package io.hopeit.jaxrs;

/**
 * What is wrong with one part of a request.
 *
 * @param field the path to a member of the body, {@code user.id}, or the name of a parameter
 * @param message what is wrong with it
 */
record FieldError(String field, String message) {}
