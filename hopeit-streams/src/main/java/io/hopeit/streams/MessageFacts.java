package io.hopeit.streams;

import io.hopeit.Collected;
import io.hopeit.config.StreamSettings;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.MessageDocs;
import io.hopeit.spi.Step;
import io.hopeit.spi.Types;
import io.hopeit.streams.spi.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells of the messages of this deployment what its documents need to know. */
@ApplicationScoped
class MessageFacts implements MessageDocs {
    @Inject
    StreamsExtension deployment;

    @Inject
    EventCatalogue catalogue;

    @Override
    public List<Publication> publications() {
        return deployment.publications();
    }

    @Override
    public List<Type> received(EventDefinition event) {
        return PayloadChecks.received(event, catalogue)
                .flatMap(PayloadType::all)
                .distinct()
                .toList();
    }

    @Override
    public List<Type> published(EventDefinition event) {
        var steps = event.steps();
        return IntStream.range(0, steps.size())
                .boxed()
                .flatMap(i -> ending(steps.get(i), steps.subList(i + 1, steps.size())))
                .distinct()
                .toList();
    }

    /** What no later step surely takes. */
    private static Stream<Type> ending(Step step, List<Step> later) {
        var result = step.resultType();
        boolean isNothing = Types.boxed(Types.raw(result)) == Void.class || Types.raw(result) == Collected.class;
        return (isNothing ? Stream.<Type>empty() : PayloadType.all(result)).filter(type -> later.stream()
                .flatMap(next -> next.payloadType().stream())
                .noneMatch(payload -> Types.boxed(Types.raw(payload)).isAssignableFrom(Types.raw(type))));
    }

    @Override
    public List<String> names(Type payload) {
        return PayloadType.of(Types.raw(payload)).names().toList();
    }

    @Override
    public List<Field> fields(Type payload, StreamSettings settings) {
        return new FieldDocs(names(payload), catalogue.trackHeaders()).of(settings.publish());
    }

    @Override
    public String deadLetters(String key) {
        return Keys.deadLetters(key);
    }

    @Override
    public List<Field> deadLetterFields() {
        return FieldDocs.ofDeadLetters();
    }

    @Override
    public String signature() {
        return Signatures.FIELD;
    }
}
