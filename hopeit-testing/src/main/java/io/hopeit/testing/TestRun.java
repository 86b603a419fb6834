package io.hopeit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.spi.DeadLetter;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener.Run;
import io.hopeit.spi.Trigger;
import io.hopeit.testing.InProcessServer.Response;
import io.hopeit.testing.Recorder.Steps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has come of something that a test asked for: the event that it was asked of, and all that followed from that until
 * nothing was left to do. Of {@link TestApp#publish} its events are those that read the stream, of {@link TestApp#settle} all
 * of the test. Immutable.
 *
 * {@snippet :
 * var run = app.run(PlaceOrder.class, new Order("o1"));
 *
 * assertThat(run.status()).isEqualTo(200);
 * assertThat(run.published("orders", PlacedOrder.class)).hasSize(1);
 * }
 */
public final class TestRun {
    private final List<EventDefinition> stages;
    private final @Nullable Response response;
    private final Happened happened;
    private final List<DeadLetter> deadLetters;

    /**
     * What has happened meanwhile.
     *
     * @param steps of the runs that have begun, in order
     * @param ended the runs that have ended, in order
     * @param published what is in streams now
     */
    record Happened(List<Steps> steps, List<Run> ended, Published published) {}

    TestRun(
            List<EventDefinition> stages,
            @Nullable Response response,
            Happened happened,
            List<DeadLetter> deadLetters) {
        this.stages = List.copyOf(stages);
        this.response = response;
        this.happened = happened;
        this.deadLetters = List.copyOf(deadLetters);
    }

    private Response response() {
        if (response == null) {
            throw new IllegalStateException(
                    "%s was not asked by a request, so there is no response; see results(), published() and failure()."
                            .formatted(name()));
        }
        return response;
    }

    private String name() {
        var names = byEvent().map(event -> event.getFirst().name()).distinct().collect(Collectors.joining(", "));
        return names.isEmpty() ? "the application" : names;
    }

    /**
     * The status of the response.
     *
     * @throws IllegalStateException when the event was not asked by a request
     */
    public int status() {
        return response().status();
    }

    /**
     * A header of the response; of several with the same name the first.
     *
     * @throws IllegalStateException when the event was not asked by a request
     */
    public Optional<String> header(String name) {
        return response().headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    /**
     * The body of the response, as text in UTF-8.
     *
     * @throws IllegalStateException when the event was not asked by a request
     */
    public String body() {
        return new String(response().body().get(), UTF_8);
    }

    /**
     * The body of the response.
     *
     * @throws IllegalStateException when the event was not asked by a request
     */
    public byte[] bytes() {
        return response().body().get();
    }

    /** The stages of each event, as each application that it is of has them. */
    private Stream<List<EventDefinition>> byEvent() {
        return stages.stream()
                .collect(Collectors.groupingBy(
                        stage -> List.of(stage.beanClass(), stage.app()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream();
    }

    /**
     * The values that no later step took, in order; when {@code SHUFFLE} cuts an event, those of the last stage that has
     * run. Of a message that was tried again, those of the last time.
     */
    public List<Object> results() {
        return byEvent()
                .flatMap(event -> event.reversed().stream()
                        .map(stage -> runsOf(stage).toList())
                        .filter(runs -> !runs.isEmpty())
                        .limit(1))
                .flatMap(List::stream)
                .filter(run -> run.failure().isEmpty())
                .flatMap(run -> run.results().stream())
                .toList();
    }

    /** As {@link #results()}, of these there are that are of this type. */
    public <T> List<T> results(Class<T> type) {
        return results().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /**
     * The one result.
     *
     * @throws AssertionError when there is another number of them, or it is of another type; it says what has happened
     */
    public <T> T result(Class<T> type) {
        var results = results();
        if (results.size() != 1 || !type.isInstance(results.getFirst())) {
            throw new AssertionError("there is not one result of type %s, but %s.%s"
                    .formatted(type.getSimpleName(), results.isEmpty() ? "none" : results, this));
        }
        return type.cast(results.getFirst());
    }

    private Stream<Steps> runsOf(EventDefinition stage) {
        return happened.steps().stream().filter(run -> isOf(run.event(), stage));
    }

    /** The names of the steps that the event has begun, in order, over its stages and all attempts. */
    public List<String> steps() {
        return stages.stream()
                .flatMap(this::runsOf)
                .flatMap(run -> run.names().stream())
                .toList();
    }

    /**
     * Payloads that were published to a stream meanwhile, by whichever event, in order. A message to several queues
     * counts once for each.
     *
     * @param stream its name, as in {@code @WriteStream}
     * @param type the type of the payloads, or one that permits it; others are left out
     * @throws IllegalArgumentException when nothing in the test reads or writes a stream of this name
     */
    public <T> List<T> published(String stream, Class<T> type) {
        return happened.published().payloads(stream, type);
    }

    /**
     * The queues that messages went to, each as often as there were messages; {@code AUTO} is the stream's own.
     *
     * @throws IllegalArgumentException when nothing in the test reads or writes a stream of this name
     */
    public List<String> queues(String stream) {
        return happened.published().queues(stream);
    }

    /**
     * How often messages were delivered to the event: 1 for one that was done at once. When {@code SHUFFLE} cuts it, to the
     * first stage that runs for messages; 0 when it has run for none, as an event that a request asks.
     */
    public int deliveries() {
        return (int) byEvent()
                .flatMap(event -> event.stream()
                        .filter(stage -> stage.trigger() instanceof Trigger.Read)
                        .limit(1))
                .flatMap(stage -> happened.ended().stream().filter(run -> isOf(run.event(), stage)))
                .count();
    }

    /**
     * What a run of the event has ended with last, if it was no result: what a step has thrown, or {@link
     * io.hopeit.EventTimeoutException}. Also when it was tried again and went well then.
     */
    public Optional<Throwable> failure() {
        return happened.ended().stream()
                .filter(run -> isOurs(run.event()))
                .flatMap(run -> run.failure().stream())
                .reduce((first, last) -> last)
                .or(() -> stages.stream()
                        .flatMap(this::runsOf)
                        .flatMap(run -> run.failure().stream())
                        .reduce((first, last) -> last));
    }

    private boolean isOurs(EventDefinition event) {
        return stages.stream().anyMatch(stage -> isOf(event, stage));
    }

    private static boolean isOf(EventDefinition event, EventDefinition stage) {
        return event.id().key().equals(stage.id().key());
    }

    /** What was given up meanwhile, of whichever event. */
    public List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    /** What has happened, in a few lines: what assertions say when they fail. */
    @Override
    public String toString() {
        var text = new StringBuilder("%n%s: steps %s".formatted(name(), steps()));
        if (response != null) {
            text.append(", status %d, body %s".formatted(status(), body()));
            if (status() == 401 || status() == 403) {
                text.append("%n  say who asks: app.as(\"ada\", \"a-role\").run(...)".formatted());
            }
        }
        failure().ifPresent(failure -> text.append("%n  failed with %s".formatted(failure)));
        deadLetters.forEach(letter -> text.append("%n  given up: %s".formatted(letter)));
        return text.toString();
    }
}
