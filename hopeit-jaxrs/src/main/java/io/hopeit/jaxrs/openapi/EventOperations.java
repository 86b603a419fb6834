package io.hopeit.jaxrs.openapi;

import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventId;
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
    private final EventCatalogue catalogue;
    private final EventBodies bodies;
    private final FormBodies forms;
    private final EventParameters parameters;
    private final EventResponses responses;
    private final EventSecurity security = new EventSecurity();

    EventOperations(EventCatalogue catalogue, Schemas schemas) {
        var trackHeaders = new TrackHeaderDocs(catalogue.trackHeaders());
        var parts = new ParameterSchemas(schemas);
        this.catalogue = catalogue;
        this.bodies = new EventBodies(schemas);
        this.forms = new FormBodies(parts);
        this.parameters = new EventParameters(parts, trackHeaders);
        this.responses = new EventResponses(schemas, bodies);
    }

    Operation operation(EventDefinition event, Trigger.Http trigger) {
        var body = body(event, trigger);
        var ofSteps = parameters.ofSteps(event, new PathTemplate(trigger.path()));
        var operation = OASFactory.createOperation()
                .operationId(operationId(event.id()))
                .summary(
                        event.docs().summary().isEmpty()
                                ? event.name()
                                : event.docs().summary())
                .addTag(event.app().key())
                .parameters(parameters.withTrackHeaders(ofSteps))
                .responses(responses.of(event, body.isPresent(), !ofSteps.isEmpty()));
        body.ifPresent(operation::setRequestBody);
        security.add(event, operation);
        if (!event.docs().description().isEmpty()) {
            operation.setDescription(event.docs().description());
        }
        return operation;
    }

    /** Events of other applications and of plugins may have the same names. */
    private String operationId(EventId id) {
        return id.app().equals(catalogue.app()) && id.plugin().isEmpty() ? id.name() : id.key();
    }

    private Optional<RequestBody> body(EventDefinition event, Trigger.Http trigger) {
        if (trigger.multipart()) {
            return Optional.of(forms.request(event));
        }
        return trigger.method().hasBody() ? payload(event).map(bodies::request) : Optional.empty();
    }

    private static Optional<Parameter> payload(EventDefinition event) {
        return event.flow().first().payload();
    }

    /** Adds what operations refer to. */
    void addShared(Components components) {
        components.addSchema(ErrorInfo.NAME, ErrorInfo.schema());
        TrackHeaderDocs.responseHeaders(isPluginServed()).forEach(components::addHeader);
        security.schemes().forEach(components::addSecurityScheme);
        responses.errors().forEach(error -> components.addResponse(error.component(), error.response()));
    }

    private boolean isPluginServed() {
        return catalogue.events().stream()
                .filter(event -> event.trigger() instanceof Trigger.Http)
                .anyMatch(event -> event.id().plugin().isPresent());
    }
}
