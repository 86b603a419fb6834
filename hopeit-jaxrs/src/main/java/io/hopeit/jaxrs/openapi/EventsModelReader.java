package io.hopeit.jaxrs.openapi;

import io.hopeit.cdi.EventsExtension;
import io.hopeit.jaxrs.HttpExtension;
import io.hopeit.spi.Json;
import jakarta.enterprise.inject.spi.CDI;
import org.eclipse.microprofile.openapi.OASModelReader;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Tells MicroProfile OpenAPI of the events of a deployment. The library's own configuration names it; an application
 * with a {@code mp.openapi.model.reader} of its own can call this one from there.
 *
 * {@snippet lang="properties" :
 * mp.openapi.model.reader=io.hopeit.jaxrs.openapi.EventsModelReader
 * }
 *
 * @hidden applications have no use for it
 */
public class EventsModelReader implements OASModelReader {
    /** Called by the server. */
    public EventsModelReader() {}

    @Override
    public OpenAPI buildModel() {
        var container = CDI.current();
        var beans = container.getBeanManager();
        return beans.getExtension(HttpExtension.class)
                .document()
                .take(
                        beans.getExtension(EventsExtension.class).catalogue(),
                        container.select(Json.class).get().mapper());
    }
}
