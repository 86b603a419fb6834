package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hopeit.spi.EventCatalogue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jspecify.annotations.Nullable;

/**
 * The document of a deployment, which is made beside the start of its server: servers ask for it at the end of that, and
 * would wait for it. Thread-safe.
 *
 * {@snippet :
 * void begin(BeanManager beans, EventCatalogue catalogue, Json json) {
 *     DocumentAhead ahead = beans.getExtension(HttpExtension.class).document();
 *     ahead.begin(catalogue, json.mapper());
 * }
 * }
 *
 * @hidden applications have no use for it
 */
public final class DocumentAhead {
    private final AtomicReference<@Nullable FutureTask<OpenAPI>> begun = new AtomicReference<>();

    /** Begins to make it, on a thread that ends with it. */
    public void begin(EventCatalogue catalogue, ObjectMapper mapper) {
        var task = new FutureTask<>(() -> new EventsDocument(catalogue, mapper).model());
        begun.set(task);
        var thread = new Thread(task, "hopeit-openapi");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The document, once it is made. It may be changed by who gets it, so that the next one gets another; one that has
     * failed is made again, to say why where somebody hears it.
     */
    OpenAPI take(EventCatalogue catalogue, ObjectMapper mapper) {
        var task = begun.getAndSet(null);
        if (task != null) {
            try {
                return task.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                // made again
            }
        }
        return new EventsDocument(catalogue, mapper).model();
    }
}
