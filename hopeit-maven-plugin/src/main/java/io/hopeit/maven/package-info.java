/**
 * Goals that keep a committed document and the published one equal: {@code openapi-create}, {@code openapi-diff} and {@code
 * openapi-update}; {@code asyncapi-create}, {@code asyncapi-diff} and {@code asyncapi-update}.
 */
@NullMarked
package io.hopeit.maven;

import org.jspecify.annotations.NullMarked;
