/**
 * The OpenAPI document of all events with an HTTP trigger: the same on each server. Applications need nothing of it but
 * {@link io.hopeit.jaxrs.openapi.EventsModelReader}, if they have a model reader of their own.
 */
@NullMarked
package io.hopeit.jaxrs.openapi;

import org.jspecify.annotations.NullMarked;
