package io.hopeit.jaxrs;

import io.hopeit.EventContext;
import io.hopeit.Identity;
import io.hopeit.StreamEvent;
import io.hopeit.spi.AppTime;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import jakarta.ws.rs.core.MultivaluedMap;

/** What steps can know about a request. */
record RequestContexts(EventCatalogue catalogue, AppTime time) {

    /** For a request whose track headers are complete. */
    EventContext of(EventDefinition event, MultivaluedMap<String, String> headers, Identity identity) {
        return new EventContext(
                event.app(),
                event.id().plugin(),
                event.name(),
                TrackHeaders.read(headers, catalogue, event.id()),
                StreamEvent.AUTO,
                identity,
                time.nowInMicros());
    }
}
