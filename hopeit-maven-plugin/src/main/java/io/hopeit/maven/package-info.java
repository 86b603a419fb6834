/**
 * Goals that keep the committed OpenAPI document and the published one equal: {@code openapi-create},
 * {@code openapi-diff} and {@code openapi-update}.
 */
@NullMarked
package io.hopeit.maven;

import org.jspecify.annotations.NullMarked;
