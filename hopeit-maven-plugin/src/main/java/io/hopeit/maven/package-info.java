/**
 * Goals: {@code create} makes a new project; {@code openapi-create}, {@code openapi-diff} and {@code openapi-update} keep
 * the committed OpenAPI document and the published one equal, and {@code asyncapi-create}, {@code asyncapi-diff} and {@code
 * asyncapi-update} the AsyncAPI documents.
 */
@NullMarked
package io.hopeit.maven;

import org.jspecify.annotations.NullMarked;
