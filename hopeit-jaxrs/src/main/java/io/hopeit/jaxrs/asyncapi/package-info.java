/**
 * The AsyncAPI document of all events that read or write streams, of the same catalogue as the OpenAPI document. Nothing
 * here is for applications: they ask {@code GET /asyncapi}.
 */
@NullMarked
package io.hopeit.jaxrs.asyncapi;

import org.jspecify.annotations.NullMarked;
