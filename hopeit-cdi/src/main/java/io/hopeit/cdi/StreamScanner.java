package io.hopeit.cdi;

import io.hopeit.App;
import io.hopeit.QueueStrategy;
import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;
import io.hopeit.config.EventOverrides;
import io.hopeit.config.Names;
import io.hopeit.spi.EventId;
import io.hopeit.spi.FailurePolicy;
import io.hopeit.spi.Problems;
import io.hopeit.spi.StreamDefinition;
import io.hopeit.spi.Trigger;
import io.hopeit.spi.WriteTo;
import java.util.List;

/** What events read and write, as annotations say and configuration overrides. */
record StreamScanner(Streams streams, Problems problems) {

    Trigger.Read read(EventScanner.Found found, EventId id, StreamEvent event) {
        var type = found.javaClass();
        var said = found.settings().overrides().read();
        var queues = said.queues().isEmpty() ? List.of(event.queues()) : said.queues();
        if (queues.isEmpty()) {
            problems.add(type, "@StreamEvent reads no queue; name one, such as AUTO.");
        }
        StreamDefinition.checkQueues(type, queues, problems);
        var group = said.group().orElse(event.group());
        if (!group.isEmpty() && !Names.isStreamKey(group)) {
            problems.add(type, "\"%s\" is not a group's name; use letters, digits and . _ : { } @ -.", group);
        }
        var stream = streams.define(type, id.app(), said.name().orElse(event.read()));
        return new Trigger.Read(
                stream,
                queues,
                group.isEmpty() ? key(id.app(), id.name()) : group,
                new LaneScanner(problems).read(type, event, stream),
                policy(found, stream));
    }

    private FailurePolicy policy(EventScanner.Found found, StreamDefinition stream) {
        var failures = new FailureScanner(problems);
        return failures.override(found.javaClass(), failures.annotated(found.javaClass(), found.onFailure()), stream);
    }

    WriteTo output(Class<?> type, App app, WriteStream write, EventOverrides.Write said) {
        var written = said.name().orElse(write.value());
        var queues = said.queues().isEmpty() ? List.of(write.queues()) : said.queues();
        if (written.isEmpty() || queues.isEmpty()) {
            problems.add(type, "@WriteStream on an event needs the name of a stream and at least one queue.");
        }
        StreamDefinition.checkQueues(type, queues, problems);
        var strategy = said.propagate()
                .map(propagate -> propagate ? QueueStrategy.PROPAGATE : QueueStrategy.DROP)
                .orElse(write.strategy());
        return new WriteTo(streams.define(type, app, written.isEmpty() ? "invalid" : written), queues, strategy);
    }

    /** The stream between two stages; {@code step} is the first of the stage that writes it. */
    StreamDefinition between(EventId event, String step) {
        return streams.define(event.app(), between(event) + step);
    }

    /** The stage that reads such a stream; {@code step} is its own first one. */
    Trigger.Read stage(EventScanner.Found found, EventId event, Between from, String step) {
        return new Trigger.Read(
                from.stream(),
                from.queues(),
                key(event.app(), between(event) + step),
                new LaneScanner(problems).between(found.javaClass(), from.stream()),
                policy(found, from.stream()));
    }

    /** What the stage before has written. */
    record Between(StreamDefinition stream, List<String> queues) {}

    /** An event of a plugin and one of the application can have the same name. */
    private static String between(EventId event) {
        return event.plugin().map(plugin -> plugin.key() + ".").orElse("") + event.name() + ".";
    }

    private static String key(App app, String name) {
        return app.key() + "." + name;
    }
}
