package io.hopeit.jaxrs;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * What all generated resources are. Applications have no use for it.
 *
 * {@snippet :
 * @jakarta.ws.rs.Path("/api/shop/1x0/orders/place")
 * @EventRoute("shop.1x0.orders.place")
 * public class PlaceOrderResource extends EventResource {
 *     @POST
 *     public Response run(EventPayload body) throws Exception {
 *         return call(new Object[] {body});
 *     }
 * }
 * }
 *
 * @hidden applications have no use for it
 */
public abstract class EventResource {
    static final Method CALL = callMethod();

    @Inject
    @Nullable
    EventDispatcher dispatcher;

    private static Method callMethod() {
        try {
            return EventResource.class.getDeclaredMethod("call", Object[].class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs the event; the arguments are those of the generated method. */
    protected Response call(@Nullable Object[] arguments) throws Exception {
        if (dispatcher == null) {
            throw new IllegalStateException("not a bean: " + getClass());
        }
        return dispatcher.dispatch(this, arguments);
    }
}
