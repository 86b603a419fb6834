package io.hopeit.testing;

import io.hopeit.Identity;
import io.hopeit.StreamEvent;
import io.hopeit.config.AuthMethod;
import io.hopeit.spi.DeadLetter;
import io.hopeit.spi.EventLoop;
import io.hopeit.spi.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The application of a {@link HopeitTest}. It is what runs on a server, but for the server, its threads and its time. For
 * the thread of the test, which waits until whatever it has asked for is done, and all that follows from it: the messages
 * that were published are worked on by those events of the test that read them, tried again when they fail, and given up
 * at last.
 *
 * {@snippet :
 * @Test
 * void anOrderThatCannotBeShippedIsADeadLetter(TestApp app) {
 *     app.step(ShipOrder.class, "ship").fails(IOException::new);
 *
 *     app.publish("orders", new PlacedOrder("o1"));
 *
 *     assertThat(app.deadLetters(ShipOrder.class)).hasSize(1);
 * }
 * }
 */
public final class TestApp {
    private final TestContainer container;
    private final Runner runner;
    private final Optional<TestToken> sender;

    TestApp(TestContainer container, Runner runner, Optional<TestToken> sender) {
        this.container = container;
        this.runner = runner;
        this.sender = sender;
    }

    /**
     * The same application, asked by somebody whose token the server has verified; without it nobody is known.
     *
     * @param name who they are
     * @param roles what they may
     */
    public TestApp as(String name, String... roles) {
        return new TestApp(container, runner, Optional.of(new TestToken(name, List.of(roles))));
    }

    /**
     * Runs an event without a payload: by a request without a body, or a setup event as at the start.
     *
     * @throws IllegalArgumentException when the test does not name the event, or it needs something else
     */
    public TestRun run(Class<?> event) {
        var definition = runner.event(event);
        return switch (definition.trigger()) {
            case Trigger.Http http -> request(event).send();
            case Trigger.Setup setup -> runner.setUp(definition);
            case Trigger.Read read ->
                throw new IllegalArgumentException(
                        "%s runs for messages: say run(%1$s.class, payload)".formatted(event.getSimpleName()));
            case Trigger.Service service ->
                throw new IllegalArgumentException(
                        "%s is a service: say runService(%1$s.class, values)".formatted(event.getSimpleName()));
        };
    }

    /**
     * Runs an event for a payload: by a request with it, or by a message with it in the first of the queues that the
     * event reads. Through all stages, when {@code SHUFFLE} cuts the event.
     *
     * @throws IllegalArgumentException when the test does not name the event, or it takes another type
     */
    public TestRun run(Class<?> event, Object payload) {
        var definition = runner.event(event);
        if (definition.trigger() instanceof Trigger.Http) {
            return request(event).payload(payload).send();
        }
        if (definition.trigger() instanceof Trigger.Read) {
            Payloads.check(definition, payload);
            return runner.publish(TestStreams.Target.of(definition), List.of(payload), identity());
        }
        throw new IllegalArgumentException(
                "%s takes no payload: it %s".formatted(event.getSimpleName(), definition.trigger()));
    }

    /**
     * A request to an event, to be completed and sent.
     *
     * @throws IllegalArgumentException when the test does not name the event, or it takes no requests
     */
    public TestRequest request(Class<?> event) {
        return runner.request(runner.event(event), sender);
    }

    /**
     * Starts a service, and stops it when so many of its values have been worked on, or one more that was on its way. Its
     * pauses take no time, unless the test runs on a real Redis.
     *
     * @param values how many, at least 1
     * @throws IllegalArgumentException when the test does not name the event, or it is no service, or {@code values} is
     *     less than 1
     * @throws AssertionError when it does not make so many
     */
    public TestRun runService(Class<?> event, int values) {
        return runner.runService(event, values);
    }

    /**
     * Publishes payloads to a stream, in this order. What comes back is about all events that read it.
     *
     * @param stream its name, as in {@code @WriteStream}
     * @param payloads one at least, of any type: one that no event takes becomes a dead letter
     * @throws IllegalArgumentException when no event of the test reads the stream, so that nothing would come of it, or
     *     there is no payload
     */
    public TestRun publish(String stream, Object... payloads) {
        return publishTo(stream, StreamEvent.AUTO, payloads);
    }

    /**
     * As {@link #publish}, to one of the queues of the stream.
     *
     * @throws IllegalArgumentException when no event of the test reads this queue, or there is no payload
     */
    public TestRun publishTo(String stream, String queue, Object... payloads) {
        return runner.publish(runner.streams().target(stream, queue), List.of(payloads), identity());
    }

    private Identity identity() {
        return sender.map(token -> new Identity(
                        AuthMethod.BEARER, token.name(), Map.of("sub", token.name(), "groups", token.roles()), true))
                .orElse(Identity.ANONYMOUS);
    }

    /**
     * A step, or another method of an event, to make it fail or wait.
     *
     * @throws IllegalArgumentException when the test does not name the event, or it has no such method
     */
    public TestStep step(Class<?> event, String step) {
        return new TestStep(container.controls(), container.pace(), event, runner.checkedStep(event, step));
    }

    /**
     * So many messages cannot be published from now on, as if the broker could not be reached; it is not known to the one
     * who publishes whether they are stored when {@code unknown}.
     *
     * @param messages how many, at least 1
     * @throws IllegalArgumentException when it is less than 1
     */
    public void refusePublishing(int messages, boolean unknown) {
        runner.refusePublishing(messages, unknown);
    }

    /**
     * What an event has given up and is kept, the oldest first.
     *
     * @throws IllegalArgumentException when the test does not name the event, or it reads no stream
     */
    public List<DeadLetter> deadLetters(Class<?> event) {
        return runner.deadLetters(event);
    }

    /**
     * Puts all back that an event has given up.
     *
     * @throws IllegalArgumentException when the test does not name the event, or it reads no stream
     * @throws IllegalStateException when it has given nothing up
     */
    public TestRun redrive(Class<?> event) {
        return runner.redrive(event);
    }

    /**
     * The consumer or the service of an event, which can be paused and stopped.
     *
     * @throws IllegalArgumentException when the test does not name the event, or it neither reads a stream nor is a service
     */
    public EventLoop loop(Class<?> event) {
        return runner.loop(event);
    }

    /**
     * Waits until nothing is left to do: after what a test has done by itself, such as calling a bean. What comes back is
     * about all events of the test, and about all that has happened since the last {@link TestRun} was there, or since the
     * application has started.
     *
     * @throws AssertionError when it does not end
     */
    public TestRun settle() {
        return runner.settle();
    }

    /** The application's time. */
    public TestClock clock() {
        return container.pace().clock();
    }

    /**
     * A bean of the application.
     *
     * @throws IllegalArgumentException when there is none of this type, or more than one; those that no event of the test
     *     needs are named in {@code @HopeitTest(with = ...)}
     */
    public <T> T bean(Class<T> type) {
        return runner.bean(type);
    }
}
