package io.hopeit.cdi;

import io.hopeit.QueueStrategy;
import io.hopeit.StreamEvent;
import io.hopeit.spi.AppDefinition;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventId;
import io.hopeit.spi.Flow;
import io.hopeit.spi.Step;
import io.hopeit.spi.StreamDefinition;
import io.hopeit.spi.Trigger;
import io.hopeit.spi.WriteTo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the events of a class: one for each stage, joined by streams of their own. All have the event's settings and
 * access. An event that reads a stream has a service beside it when it has a source of its own.
 */
record StageScanner(StreamScanner streams, AccessReader access) {
    private static final String SERVICE = "__service__";

    List<EventDefinition> define(EventScanner.Found found, AppDefinition app, EventId id) {
        var events = new ArrayList<EventDefinition>();
        var trigger = trigger(found, id);
        var queues = trigger instanceof Trigger.Read read ? read.queues() : List.of(StreamEvent.AUTO);
        var stages = found.steps().stages();
        for (int i = 0; i < stages.size(); i++) {
            boolean isLast = i == stages.size() - 1;
            Optional<StreamDefinition> next = isLast
                    ? Optional.empty()
                    : Optional.of(streams.between(id, stages.get(i).getFirst().key()));
            var output = next.map(stream -> new WriteTo(stream, List.of(StreamEvent.AUTO), QueueStrategy.PROPAGATE))
                    .or(() -> output(found, id));
            events.add(define(
                    found,
                    app,
                    new Stage(
                            i == 0 ? id : id.stage(stages.get(i).getFirst().key()), trigger, flow(found, i), output)));
            if (!isLast) {
                trigger = streams.stage(
                        found,
                        id,
                        new StreamScanner.Between(next.orElseThrow(), queues),
                        stages.get(i + 1).getFirst().key());
            }
        }
        if (found.trigger() instanceof Triggered.Read && found.steps().source().isPresent()) {
            events.add(define(found, app, companion(found, id, events.getFirst())));
        }
        return events;
    }

    /** What is of one stage alone. */
    private record Stage(EventId id, Trigger trigger, Flow flow, Optional<WriteTo> output) {}

    private EventDefinition define(EventScanner.Found found, AppDefinition app, Stage stage) {
        var reader = found.trigger() instanceof Triggered.Http ? access : access.openByDefault();
        return new EventDefinition(
                stage.id(),
                found.javaClass(),
                stage.trigger(),
                stage.flow(),
                stage.output(),
                reader.read(found.type(), found.settings(), app),
                found.settings(),
                found.trigger().docs());
    }

    private static Flow flow(EventScanner.Found found, int stage) {
        var steps = found.steps().stages().get(stage);
        if (stage > 0) {
            return Flow.of(steps);
        }
        var source =
                found.trigger() instanceof Triggered.Service ? found.steps().source() : Optional.<Step.Call>empty();
        return new Flow(source, found.steps().preprocess(), steps, found.steps().postprocess());
    }

    /** Values of the source go the way that messages go. */
    private static Stage companion(EventScanner.Found found, EventId id, EventDefinition first) {
        var flow = new Flow(found.steps().source(), Optional.empty(), first.steps(), Optional.empty());
        return new Stage(id.stage(SERVICE), new Trigger.Service(), flow, first.output());
    }

    private Trigger trigger(EventScanner.Found found, EventId id) {
        return switch (found.trigger()) {
            case Triggered.Http http -> {
                var route = found.settings().overrides().route().orElse(http.route());
                yield new Trigger.Http(http.method(), path(id, route), http.multipart());
            }
            case Triggered.Read read -> streams.read(found, id, read.event());
            case Triggered.Service service -> new Trigger.Service();
            case Triggered.Setup setup -> new Trigger.Setup(setup.order());
        };
    }

    private static String path(EventId id, String route) {
        if (route.startsWith("/")) {
            return route;
        }
        return route.isEmpty() ? id.path("api") : id.prefix("api") + "/" + route;
    }

    private Optional<WriteTo> output(EventScanner.Found found, EventId id) {
        return found.write()
                .map(write -> streams.output(
                        found.javaClass(),
                        id.app(),
                        write,
                        found.settings().overrides().write()));
    }
}
