package io.hopeit.jaxrs.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A resource that the application wrote itself. */
@Path("own")
@ApplicationScoped
public class Own {
    @GET
    @Produces("application/json")
    public Order.Customer get() {
        return new Order.Customer("own");
    }
}
