package io.hopeit.sample.enums;

import io.hopeit.Auth;
import io.hopeit.GetEvent;
import io.hopeit.config.AuthMethod;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Takes one of a few values. */
@GetEvent(
        value = "check-enum",
        summary = "Simple Example: Check enum values",
        description = "Check enum values used in api schema")
@Auth(AuthMethod.UNSECURED)
@APIResponse(responseCode = "200", description = "Enum value")
public class CheckEnum {
    List<CheckEnumResponse> checkValue(
            @QueryParam("enum_value") @Parameter(description = "Enum value to validate") CustomValue enumValue) {
        return List.of(new CheckEnumResponse(enumValue));
    }
}
