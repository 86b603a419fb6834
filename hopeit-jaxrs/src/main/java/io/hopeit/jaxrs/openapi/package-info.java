/** The OpenAPI document of all events with an HTTP trigger: the same on each server. */
@NullMarked
package io.hopeit.jaxrs.openapi;

import org.jspecify.annotations.NullMarked;
