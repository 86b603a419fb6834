package io.hopeit.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client gets when it logs in, and when it renews.
 *
 * @param accessToken to be sent as {@code Authorization: Bearer <token>}
 * @param tokenType always {@code BEARER}
 * @param renew in how many milliseconds the client should renew it
 */
@Schema(description = "An access token for further requests, and in how many milliseconds to renew it")
record AuthInfo(
        @NotNull @JsonProperty("access_token") String accessToken,
        @NotNull @JsonProperty("token_type") String tokenType,
        long renew) {
    /** Without the token. */
    @Override
    public String toString() {
        return "AuthInfo[renew=" + renew + "]";
    }
}
