package io.hopeit.benchmarks;

import io.helidon.security.annotations.Authorized;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;

/** The same as {@link EchoResource}, for everybody: Helidon does not look who asks. */
@Path("/api/bench/1x0/echo-order")
@ApplicationScoped
@Authorized(false)
public class EchoOpenResource extends EchoResource {}
