package io.hopeit.testing;

import io.hopeit.EventContext;
import io.hopeit.Identity;
import io.hopeit.QueueStrategy;
import io.hopeit.StreamEvent;
import io.hopeit.TrackIds;
import io.hopeit.config.Nearest;
import io.hopeit.spi.DeadLetter;
import io.hopeit.spi.DeadLetters;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventLoop;
import io.hopeit.spi.EventOutput;
import io.hopeit.spi.EventRunner;
import io.hopeit.spi.EventRunner.Arguments;
import io.hopeit.spi.FreshIds;
import io.hopeit.spi.Json;
import io.hopeit.spi.RequestScopes;
import io.hopeit.spi.ResultTypes;
import io.hopeit.spi.Trigger;
import io.hopeit.spi.WriteTo;
import io.hopeit.streams.MessageReader;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.testing.InProcessServer.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Does what a test asks for on a thread of the application, and tells what has come of it. For one thread. */
final class Runner {
    /** Of dead letters. */
    private static final int PAGE = 1000;

    private final TestContainer container;
    private final TestStreams streams;
    private @Nullable InProcessServer server;
    private Recorder.Mark told = Recorder.Mark.START;
    private List<DeadLetter> givenUp = List.of();

    Runner(TestContainer container) {
        this.container = container;
        this.streams = new TestStreams(
                container.catalogue(),
                container.events(),
                container.beans().getExtension(PublisherPoints.class),
                container.setup().events().isEmpty()
                        ? Runner.class
                        : container.setup().events().getFirst());
    }

    TestStreams streams() {
        return streams;
    }

    /** The first stage of an event of the test. */
    EventDefinition event(Class<?> event) {
        return container.stages(event).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        container.setup().events().contains(event)
                                ? "%s is left out by configuration: hopeit.enabled-groups, or hopeit.event.<name>.enabled."
                                        .formatted(event.getSimpleName())
                                : "%s is not part of this test: @HopeitTest names %s. Add it there."
                                        .formatted(event.getSimpleName(), names())));
    }

    private String names() {
        var names =
                container.setup().events().stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
        return names.isEmpty() ? "no event" : names;
    }

    TestRequest request(EventDefinition event, Optional<TestToken> sender) {
        if (!(event.trigger() instanceof Trigger.Http)) {
            throw new IllegalArgumentException(
                    "%s takes no requests: it %s".formatted(event.beanClass().getSimpleName(), event.trigger()));
        }
        var stages = container.stages(event.beanClass());
        return new TestRequest(
                event, container.get(Json.class), sender, request -> during(stages, () -> server().send(request)));
    }

    private InProcessServer server() {
        if (server == null) {
            server = new InProcessServer(container);
        }
        return server;
    }

    TestRun publish(TestStreams.Target target, List<Object> payloads, Identity sender) {
        if (payloads.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to publish to %s: name a payload."
                    .formatted(target.stream().name()));
        }
        var stages = target.readers().stream()
                .map(EventDefinition::beanClass)
                .distinct()
                .flatMap(event -> container.stages(event).stream())
                .toList();
        var declared = new ResultTypes(target.readers().stream()
                .flatMap(event -> event.flow().first().payloadType().stream())
                .toList());
        var output = new WriteTo(target.stream(), List.of(target.queue()), QueueStrategy.DROP);
        return during(stages, () -> {
            container.get(EventOutput.class).write(output, payloads, declared::of, context("test", sender));
            return null;
        });
    }

    private EventContext context(String event, Identity sender) {
        var app = container.catalogue().app();
        var ids = FreshIds.begin();
        ids.put(TrackIds.EVENT_APP, app.key());
        return new EventContext(
                app,
                Optional.empty(),
                event,
                new TrackIds(ids),
                StreamEvent.AUTO,
                sender,
                container.pace().clock().instant());
    }

    TestRun setUp(EventDefinition event) {
        var context = context(event.name(), Identity.ANONYMOUS);
        return during(List.of(event), () -> {
            container
                    .get(RequestScopes.class)
                    .during(() -> container.get(EventRunner.class).run(event, null, Arguments.NONE, context));
            return null;
        });
    }

    TestRun runService(Class<?> event, int values) {
        Numbers.checkPositive(values, "values");
        var service = container.loops(Trigger.Service.class).stream()
                .filter(loop -> loop.event().beanClass() == event)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("%s is no service, or not part of this test, which names %s"
                                .formatted(event.getSimpleName(), names())));
        var from = mark();
        service.start();
        container
                .pace()
                .until(
                        () -> container.recorder().countEnded(from, e -> e.equals(service.event())) >= values,
                        "%s has made %d values".formatted(service.event().name(), values));
        var stopped = perform(() -> {
            service.stop();
            return null;
        });
        return tell(from, List.of(service.event()), stopped);
    }

    /** Does something, waits for what follows, and tells what has happened. */
    private TestRun during(List<EventDefinition> stages, Callable<@Nullable Response> work) {
        return tell(mark(), stages, perform(work));
    }

    /** What happens from here on is told next. */
    private Recorder.Mark mark() {
        givenUp = allDeadLetters();
        return container.recorder().mark();
    }

    /** What has happened that has not been told. */
    TestRun settle() {
        return tell(told, container.catalogue().events(), null);
    }

    private TestRun tell(Recorder.Mark from, List<EventDefinition> stages, @Nullable Response response) {
        container.settle();
        var recorder = container.recorder();
        var to = recorder.mark();
        var published = new Published(streams, container.get(MessageReader.class), recorder.appended(from, to));
        var letters = new ArrayList<>(allDeadLetters());
        var before = givenUp;
        told = to;
        givenUp = List.copyOf(letters);
        letters.removeAll(before);
        return new TestRun(
                stages,
                response,
                new TestRun.Happened(recorder.steps(from, to), recorder.ended(from, to), published),
                letters);
    }

    private @Nullable Response perform(Callable<@Nullable Response> work) {
        var done = new CompletableFuture<@Nullable Response>();
        Thread.ofVirtual().name("hopeit-test").start(container.pace().counted(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        }));
        container.pace().until(done::isDone, "the request has been answered");
        try {
            return done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    <T> T bean(Class<T> type) {
        var found = container.select(type);
        if (found.isUnsatisfied() || found.isAmbiguous()) {
            throw new IllegalArgumentException(
                    found.isAmbiguous()
                            ? "there is more than one bean of type %s; name a class that is more exact, or give one with @TestBean."
                                    .formatted(type.getSimpleName())
                            : "there is no bean of type %s in this test: only those that its events need. Name its class in @HopeitTest(with = ...), or give it as a field with @TestBean."
                                    .formatted(type.getSimpleName()));
        }
        return found.get();
    }

    String checkedStep(Class<?> event, String step) {
        event(event);
        var names = container.stages(event).stream()
                .flatMap(stage -> stage.flow().calls())
                .map(call -> call.method().getName())
                .distinct()
                .toList();
        if (!names.contains(step)) {
            throw new IllegalArgumentException("%s has no step \"%s\".%s"
                    .formatted(event.getSimpleName(), step, Nearest.hint(step, names.stream())));
        }
        return step;
    }

    void refusePublishing(int messages, boolean unknown) {
        Numbers.checkPositive(messages, "messages");
        container
                .broker()
                .refuse(
                        messages,
                        new BrokerException("the test refuses it", null, BrokerException.Kind.TRANSIENT, unknown));
    }

    EventLoop loop(Class<?> event) {
        return Stream.concat(
                        container.loops(Trigger.Read.class).stream(), container.loops(Trigger.Service.class).stream())
                .filter(loop -> loop.event().beanClass() == event)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s neither reads a stream nor is a service of this test".formatted(event.getSimpleName())));
    }

    List<DeadLetter> deadLetters(Class<?> event) {
        return all(letters(event));
    }

    private DeadLetters letters(Class<?> event) {
        return loop(event)
                .deadLetters()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s reads no stream, so nothing is given up".formatted(event.getSimpleName())));
    }

    TestRun redrive(Class<?> event) {
        var letters = letters(event);
        if (letters.list("", 1).isEmpty()) {
            throw new IllegalStateException(
                    "%s has given nothing up that could be put back".formatted(event.getSimpleName()));
        }
        return during(container.stages(event), () -> {
            letters.redriveAll();
            return null;
        });
    }

    private List<DeadLetter> allDeadLetters() {
        return container.loops(Trigger.Read.class).stream()
                .flatMap(loop -> loop.deadLetters().stream())
                .flatMap(letters -> all(letters).stream())
                .toList();
    }

    /** A page may have fewer than asked for. */
    private static List<DeadLetter> all(DeadLetters letters) {
        var all = new ArrayList<DeadLetter>();
        var page = letters.list("", PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = letters.list(page.getLast().id(), PAGE);
        }
        return all;
    }
}
