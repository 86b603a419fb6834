package io.hopeit.spi;

import io.hopeit.App;
import io.hopeit.config.EventSettings;
import java.util.List;
import java.util.Optional;

/**
 * One event: what triggers it, what it does, where its results go. An event with {@code SHUFFLE} is several: one for each
 * stage.
 *
 * {@snippet :
 * List<String> writers(EventCatalogue catalogue, String stream) {
 *     return catalogue.events().stream()
 *             .filter(event -> event.output().filter(output -> output.stream().name().equals(stream)).isPresent())
 *             .map(EventDefinition::name)
 *             .toList();
 * }
 * }
 *
 * @param id which event
 * @param beanClass the class that the application wrote
 * @param trigger what makes it run
 * @param flow what it does
 * @param output where its results are published, if anywhere
 * @param access who may use it
 * @param settings what configuration says about it
 * @param docs what is told about it
 */
public record EventDefinition(
        EventId id,
        Class<?> beanClass,
        Trigger trigger,
        Flow flow,
        Optional<WriteTo> output,
        Access access,
        EventSettings settings,
        Docs docs) {

    /** That of its id, as no two have the same: what is prepared for each event is found by it at every run. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** In snake case: {@code streams.something_event}. */
    public String name() {
        return id.name();
    }

    /** The application that it runs as. */
    public App app() {
        return id.app();
    }

    /** In order; only a service may have none. */
    public List<Step> steps() {
        return flow.steps();
    }
}
