package io.hopeit.config;

import java.util.Optional;

/**
 * What {@code hopeit.asyncapi.*} says about the document of streams.
 *
 * {@snippet lang="properties" :
 * hopeit.asyncapi.role=hopeit-admin
 * }
 *
 * @param enabled whether {@code GET /asyncapi} answers with it; key {@code enabled}, default true
 * @param role the role that whoever reads it needs; key {@code role}, default none: everybody may, as with {@code /openapi}
 */
public record AsyncApiSettings(boolean enabled, Optional<String> role) {}
