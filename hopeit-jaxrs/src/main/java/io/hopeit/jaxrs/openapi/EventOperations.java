package io.hopeit.jaxrs.openapi;

import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.PathTemplate;
import io.hopeit.spi.Trigger;
import java.lang.reflect.Parameter;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** Describes events as operations. */
final class EventOperations {
    private final EventBodies bodies;
    private final EventParameters parameters;
    private final EventResponses responses;

    EventOperations(EventCatalogue catalogue, Schemas schemas) {
        var trackHeaders = new TrackHeaderDocs(catalogue.trackHeaders());
        this.bodies = new EventBodies(schemas);
        this.parameters = new EventParameters(schemas, trackHeaders);
        this.responses = new EventResponses(schemas, bodies);
    }

    Operation operation(EventDefinition event, Trigger.Http trigger) {
        var body = body(event, trigger);
        var ofSteps = parameters.ofSteps(event, new PathTemplate(trigger.path()));
        var operation = OASFactory.createOperation()
                .operationId(event.name())
                .summary(
                        event.docs().summary().isEmpty()
                                ? event.name()
                                : event.docs().summary())
                .addTag(event.app().key())
                .parameters(parameters.withTrackHeaders(ofSteps))
                .responses(responses.of(event, body.isPresent(), !ofSteps.isEmpty()));
        body.ifPresent(operation::setRequestBody);
        if (!event.docs().description().isEmpty()) {
            operation.setDescription(event.docs().description());
        }
        return operation;
    }

    private Optional<RequestBody> body(EventDefinition event, Trigger.Http trigger) {
        return trigger.method().hasBody() ? payload(event).map(bodies::request) : Optional.empty();
    }

    private static Optional<Parameter> payload(EventDefinition event) {
        return event.flow().first().payload();
    }

    /** Adds what operations refer to. */
    void addShared(Components components) {
        components.addSchema(ErrorInfo.NAME, ErrorInfo.schema());
        TrackHeaderDocs.responseHeaders().forEach(components::addHeader);
        responses.errors().forEach(error -> components.addResponse(error.component(), error.response()));
    }
}
