/** Requests as triggers: each event with an HTTP trigger becomes a JAX-RS resource. */
@NullMarked
package io.hopeit.jaxrs;

import org.jspecify.annotations.NullMarked;
