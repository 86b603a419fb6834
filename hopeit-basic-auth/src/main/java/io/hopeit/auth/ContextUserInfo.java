package io.hopeit.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a token says about a user. */
@Schema(description = "What a token says about a user")
record ContextUserInfo(String id, String user, String email) {}
