package io.hopeit.jaxrs;

import org.jspecify.annotations.Nullable;

/**
 * The body of a request, on its way from {@link PayloadReader} to the event. It has a type of its own because a server
 * that has several readers takes the one whose type is nearest. Applications have no use for it.
 *
 * {@snippet :
 * public abstract class PlaceOrderResource extends EventResource {
 *     @POST
 *     public Response run(EventPayload body) throws Exception {
 *         return call(new Object[] {body});
 *     }
 * }
 * }
 *
 * @hidden applications have no use for it
 */
public final class EventPayload {
    private final @Nullable Object value;
    private final RequestBody body;

    EventPayload(@Nullable Object value, RequestBody body) {
        this.value = value;
        this.body = body;
    }

    /** What the JSON says; null when the event has no payload. */
    @Nullable
    Object value() {
        return value;
    }

    RequestBody body() {
        return body;
    }
}
