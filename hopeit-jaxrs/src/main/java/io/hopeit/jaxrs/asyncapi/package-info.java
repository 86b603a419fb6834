/** The AsyncAPI document of all events that read or write streams, of the same catalogue as the OpenAPI document. */
@NullMarked
package io.hopeit.jaxrs.asyncapi;

import org.jspecify.annotations.NullMarked;
