package io.hopeit.guide.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.testing.HopeitTest;
import io.hopeit.testing.TestApp;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

@HopeitTest(value = DeliverOrder.class, with = OrderImport.class)
class DeliverOrderTest {
    private static final Order ORDER = new Order("o1", 1);

    @Test
    void whatIsPublishedIsDeliveredOnceThoughTheVanBreaksDown(TestApp app) {
        app.bean(OrderImport.class).send(ORDER, List.of(new Order("o2", 1), new Order("o3", 1)));
        var run = app.settle();

        assertThat(app.bean(Carrier.class).taken()).containsExactlyInAnyOrder("o1", "o2", "o3");
        assertThat(run.deadLetters()).isEmpty();
    }

    @Test
    void aCarrierThatIsAwayForAWhileLosesNothing(TestApp app) {
        app.step(DeliverOrder.class, "deliver").fails(9, () -> new IOException("nobody answers"));

        var run = app.run(DeliverOrder.class, ORDER);

        assertThat(run.deliveries()).isEqualTo(10);
        assertThat(run.deadLetters()).isEmpty();
    }

    @Test
    void whatIsDoneAndDeliveredAgainIsTakenOnce(TestApp app) {
        app.step(DeliverOrder.class, "deliver").failsWhenDone(1, () -> new IOException("the process has died"));

        var run = app.run(DeliverOrder.class, ORDER);

        assertThat(run.deliveries()).isEqualTo(2);
        assertThat(app.bean(Carrier.class).taken()).containsExactly("o1");
    }

    @Test
    void whatWillNeverGoIsPutAsideAndCanBePutBack(TestApp app) {
        var deliver = app.step(DeliverOrder.class, "deliver");
        deliver.fails(() -> new IllegalArgumentException("there is no such street"));
        assertThat(app.run(DeliverOrder.class, ORDER).deadLetters()).hasSize(1);

        deliver.works();
        app.redrive(DeliverOrder.class);

        assertThat(app.bean(Carrier.class).taken()).containsExactly("o1");
    }
}
