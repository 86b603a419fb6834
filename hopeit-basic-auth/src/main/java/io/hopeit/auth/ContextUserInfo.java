package io.hopeit.auth;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a token says about a user. */
@Schema(description = "What a token says about a user")
record ContextUserInfo(
        @NotNull String id, @NotNull String user, @NotNull String email) {}
