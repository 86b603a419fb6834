package io.hopeit.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.StreamEvent;
import io.hopeit.TrackIds;
import io.hopeit.spi.EventListener.Outcome;
import io.hopeit.streams.Shop.Card;
import io.hopeit.streams.Shop.Cash;
import io.hopeit.streams.Shop.Counter;
import io.hopeit.streams.Shop.Diary;
import io.hopeit.streams.spi.BlockingReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What an application sees of its streams, whatever the broker. */
abstract class StreamsContract {
    private static final Duration SOON = Duration.ofSeconds(20);

    private Deployed app;
    private Diary diary;
    private Counter counter;

    /** How to reach the broker, which is empty. */
    protected abstract Map<String, String> config();

    /** Asks the broker itself, even when the application has been stopped. */
    protected abstract List<String> pending(String key, String group);

    /** The application has just been started. */
    protected void started(Deployed deployed) {}

    private void deploy(Class<?>... events) {
        deploy(Map.of(), events);
    }

    private void deploy(Map<String, String> config, Class<?>... events) {
        var all = new HashMap<>(config());
        all.put("hopeit.stream-defaults.block", "PT0.2S");
        all.putAll(config);
        var beans = new java.util.ArrayList<Class<?>>(List.of(Counter.class, Diary.class, Shop.Basket.class));
        beans.addAll(List.of(events));
        app = Deployed.with(all, beans.toArray(Class[]::new));
        diary = app.get(Diary.class);
        counter = app.get(Counter.class);
        started(app);
    }

    @AfterEach
    void stop() {
        if (app != null && app.container().isRunning()) {
            diary.release();
            app.close();
        }
    }

    private List<String> pending(String event) {
        return pending("shop.1x0.orders", "shop.1x0." + event);
    }

    private void awaitNothingPending(String event) {
        await().atMost(SOON).until(() -> pending(event).isEmpty());
    }

    @Test
    void whatIsPublishedIsConsumedAndAcknowledged() throws Exception {
        deploy(Shop.TakeOrder.class);

        counter.order("o1");

        assertThat(diary.next()).isEqualTo("o1");
        assertThat(diary.nextOutcome()).isEqualTo(Outcome.DONE);
        awaitNothingPending("take_order");
    }

    @Test
    void aMessageKnowsItsRequestAndItsPlace() throws Exception {
        deploy(Shop.TakeOrder.class);

        counter.orderUrgently("o1");

        var context = diary.nextContext();
        assertThat(context.eventName()).isEqualTo("take_order");
        assertThat(context.queue()).isEqualTo("urgent");
        assertThat(context.startedAt().getNano() % 1000).isZero();
        var ids = context.trackIds();
        assertThat(ids.values().keySet())
                .containsExactly(
                        TrackIds.OPERATION_ID,
                        TrackIds.REQUEST_ID,
                        TrackIds.REQUEST_TS,
                        "stream.name",
                        "stream.msg_id",
                        "stream.consumer_group",
                        TrackIds.EVENT_APP);
        assertThat(ids.get("stream.name")).contains("shop.1x0.orders.urgent");
        assertThat(ids.get("stream.msg_id")).get().asString().matches("\\d+-\\d+");
        assertThat(ids.get("stream.consumer_group")).contains("shop.1x0.take_order");
        assertThat(ids.get(TrackIds.EVENT_APP)).contains("shop.1x0");
    }

    @Test
    void allQueuesAreRead() throws Exception {
        deploy(Shop.TakeOrder.class);

        counter.order("o1");
        counter.orderUrgently("o2");

        assertThat(List.of(diary.next(), diary.next())).containsExactlyInAnyOrder("o1", "o2");
    }

    @Test
    void aFailedMessageStaysPendingAndItsNeighboursDoNotNotice() throws Exception {
        deploy(Shop.TakeOrder.class);

        counter.order("o1", "bad", "o2");

        assertThat(List.of(diary.next(), diary.next())).containsExactlyInAnyOrder("o1", "o2");
        assertThat(List.of(diary.nextOutcome(), diary.nextOutcome(), diary.nextOutcome()))
                .containsExactlyInAnyOrder(Outcome.DONE, Outcome.FAILED, Outcome.DONE);
        await().atMost(SOON).until(() -> pending("take_order").size() == 1);
    }

    @Test
    void anErrorInAStepEndsNothingButItsRun() throws Exception {
        deploy(Shop.TakeOrder.class);

        counter.order("worse");
        assertThat(diary.nextOutcome()).isEqualTo(Outcome.FAILED);
        counter.order("o1");

        assertThat(diary.next()).isEqualTo("o1");
    }

    @Test
    void aMalformedEntryDoesNotStopTheNext() throws Exception {
        deploy(Shop.TakeOrder.class);

        BlockingReader.append(app.broker(), "shop.1x0.orders", Map.of("payload", "?".getBytes(UTF_8)), 0)
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        counter.order("o1");

        assertThat(diary.next()).isEqualTo("o1");
        assertThat(List.of(diary.nextOutcome(), diary.nextOutcome()))
                .containsExactlyInAnyOrder(Outcome.FAILED, Outcome.DONE);
        awaitNothingPending("take_order");
        var letters = app.broker().deadLetters("shop.1x0.orders").list("shop.1x0.take_order", "", 10);
        assertThat(letters.toCompletableFuture().get(20, TimeUnit.SECONDS)).hasSize(1);
    }

    @Test
    void isAcknowledgedOnlyAfterTheEventIsDone() throws Exception {
        deploy(Shop.Hold.class);

        counter.order("o1");
        assertThat(diary.next()).isEqualTo("begin o1");
        assertThat(pending("hold")).hasSize(1);
        diary.release();

        assertThat(diary.next()).isEqualTo("end o1");
        awaitNothingPending("hold");
    }

    @Test
    void resultsAreAnotherOperationOfTheSameRequest() throws Exception {
        deploy(Shop.Ship.class, Shop.Receive.class);

        counter.order("o1");

        assertThat(diary.next()).isEqualTo("o1 to you");
        var shipped = diary.nextContext().trackIds();
        var received = diary.nextContext().trackIds();
        assertThat(received.requestId()).isEqualTo(shipped.requestId()).isNotEmpty();
        assertThat(received.get(TrackIds.REQUEST_TS)).isEqualTo(shipped.get(TrackIds.REQUEST_TS));
        assertThat(received.operationId()).isNotEqualTo(shipped.operationId()).isNotEmpty();
        assertThat(received.get("stream.name")).contains("shop.1x0.shipments");
        awaitNothingPending("ship");
    }

    @Test
    void whatAStepPublishesBelongsToTheRequestOfItsRun() throws Exception {
        deploy(Shop.Forward.class, Shop.Receive.class);

        counter.order("o1");

        assertThat(diary.next()).isEqualTo("o1 forwarded");
        var forwarded = diary.nextContext().trackIds();
        var received = diary.nextContext().trackIds();
        assertThat(received.requestId()).isEqualTo(forwarded.requestId()).isNotEmpty();
        assertThat(received.operationId()).isNotEqualTo(forwarded.operationId());
    }

    @Test
    void theTypeOfAMessageChoosesTheStep() throws Exception {
        deploy(Shop.Pay.class);

        counter.pay(new Cash(5));
        assertThat(diary.next()).isEqualTo("cash 5");
        counter.pay(new Card("4711"));
        assertThat(diary.next()).isEqualTo("card 4711");
    }

    @Test
    void eachMessageHasARequestScopeOfItsOwn() throws Exception {
        deploy(Shop.Fill.class);

        var one = fill();
        var other = fill();

        assertThat(one).isNotEqualTo(other);
    }

    private String fill() throws InterruptedException {
        counter.order("o");
        var basket = diary.next().replace("first ", "");
        assertThat(diary.next()).isEqualTo("second " + basket);
        assertThat(diary.next()).isEqualTo("emptied " + basket);
        return basket;
    }

    @Test
    void noMoreMessagesAreWorkedOnAtOnceThanAllowed() throws Exception {
        deploy(Map.of("hopeit.stream.orders.concurrency", "2"), Shop.Hold.class);

        counter.order("o1", "o2", "o3", "o4", "o5");
        await().atMost(SOON).until(() -> diary.atOnce() == 2);
        assertThat(pending("hold")).hasSize(2);
        diary.release();

        awaitNothingPending("hold");
        for (int i = 0; i < 10; i++) {
            assertThat(diary.next()).isNotNull();
        }
        assertThat(diary.mostAtOnce()).isEqualTo(2);
    }

    @Test
    void aStopWaitsForWhatHasBegun() throws Exception {
        deploy(Shop.Hold.class);
        counter.order("o1");
        assertThat(diary.next()).isEqualTo("begin o1");

        var stopping = CompletableFuture.runAsync(app::close);
        await().during(Duration.ofMillis(100)).until(() -> !stopping.isDone());
        diary.release();

        stopping.get(20, TimeUnit.SECONDS);
        assertThat(pending("hold")).isEmpty();
    }

    @RepeatedTest(3)
    void aStopUnderLoadLeavesNothingPending() throws Exception {
        deploy(Map.of("hopeit.stream-defaults.batch-size", "7"), Shop.TakeOrder.class);
        var ids = IntStream.range(0, 500).mapToObj(i -> "o" + i).toArray(String[]::new);
        var publishing = CompletableFuture.runAsync(() -> counter.order(ids));
        assertThat(diary.next()).isNotEmpty();
        await().atMost(SOON).until(publishing::isDone);

        app.close();

        assertThat(pending("take_order")).isEmpty();
    }

    @Test
    void anIdleInstanceStopsAtOnce() {
        var patient = Map.of(
                "hopeit.stream-defaults.block", "PT60S",
                "hopeit.stream-defaults.claim-idle", "PT10M",
                "hopeit.streams.drain-timeout", "PT60S");
        deploy(patient, Shop.TakeOrder.class);

        long start = System.nanoTime();
        app.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aStopInterruptsWhatTakesTooLong() throws Exception {
        deploy(Map.of("hopeit.streams.drain-timeout", "PT0.2S"), Shop.Hold.class);
        counter.order("o1");
        assertThat(diary.next()).isEqualTo("begin o1");

        long start = System.nanoTime();
        app.close();

        // by default it would be 10 seconds at least
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
        assertThat(pending("hold")).hasSize(1);
    }

    @Test
    void anInstanceThatDoesNotConsumeStillPublishes() throws Exception {
        deploy(Map.of("hopeit.streams.start", "false"), Shop.TakeOrder.class);
        counter.order("o1");

        try (var reader = BlockingReader.of(app.broker(), List.of("shop.1x0.orders"), "other", "me")) {
            assertThat(reader.read(10, SOON)).singleElement().satisfies(entry -> assertThat(
                            entry.fields().get("queue"))
                    .asString(UTF_8)
                    .isEqualTo(StreamEvent.AUTO));
        }
    }
}
