/**
 * Who sends a request: a password is checked once, and becomes an access token for MicroProfile JWT and a refresh token
 * in a cookie. It is a plugin: applications that list {@code basic-auth} have its events {@code login}, {@code refresh}
 * and {@code logout}. An application may bring a {@link io.hopeit.auth.UserStore} of its own; it needs nothing else of
 * this.
 */
@NullMarked
@PluginPackage(name = "basic-auth", version = "1.0")
package io.hopeit.auth;

import io.hopeit.PluginPackage;
import org.jspecify.annotations.NullMarked;
