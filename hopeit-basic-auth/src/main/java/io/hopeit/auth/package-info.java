/**
 * Who sends a request: a password is checked once, and becomes an access token for MicroProfile JWT and a refresh token
 * in a cookie. An application may bring a {@link io.hopeit.auth.UserStore} of its own; it needs nothing else of this.
 */
@NullMarked
package io.hopeit.auth;

import org.jspecify.annotations.NullMarked;
