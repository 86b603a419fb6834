/**
 * Requests as triggers: each event with an HTTP trigger becomes a JAX-RS resource.
 *
 * <p>Steps and hooks of applications use {@link io.hopeit.jaxrs.HttpRequest}, {@link io.hopeit.jaxrs.HttpResponse}, {@link
 * io.hopeit.jaxrs.FormData}, {@link io.hopeit.jaxrs.Parts}, {@link io.hopeit.jaxrs.UploadedFile} and {@link
 * io.hopeit.jaxrs.SafePath}, their result types {@link io.hopeit.jaxrs.ResponseStatus}, and their beans {@link
 * io.hopeit.jaxrs.Authenticator}. What else is public is so for the server: resources, filters, mappers and extensions,
 * which it makes, and what the documents ask for.
 */
@NullMarked
package io.hopeit.jaxrs;

import org.jspecify.annotations.NullMarked;
