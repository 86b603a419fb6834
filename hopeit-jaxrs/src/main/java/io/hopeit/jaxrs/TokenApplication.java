package io.hopeit.jaxrs;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/**
 * Asks the server to verify tokens as MicroProfile JWT says. It is there when there is a key to verify them with, and the
 * deployment has no {@link Application} of its own, which would have to have such a {@link LoginConfig} itself.
 */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT", realmName = "hopeit")
public class TokenApplication extends Application {}
