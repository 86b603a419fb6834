package io.hopeit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hopeit.GetEvent;
import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;
import io.hopeit.streams.Publisher;
import io.hopeit.testing.shop.Order;
import jakarta.inject.Inject;
import jakarta.ws.rs.QueryParam;
import org.junit.jupiter.api.Test;

/** Streams that are written by an injected publisher, and events that read some queues only. */
@HopeitTest({PublishersTest.Ask.class, PublishersTest.Read.class, PublishersTest.ReadToo.class})
class PublishersTest {
    /** Writes two streams, or neither. */
    @GetEvent("ask")
    static class Ask {
        @Inject
        @WriteStream("questions")
        Publisher<Order> questions;

        String ask(@QueryParam("id") String id, @WriteStream("audit-log") Publisher<Order> audit) {
            if (!id.isEmpty()) {
                questions.publish(new Order(id, 1));
                audit.publish(new Order(id, 2));
            }
            return id;
        }
    }

    /** Reads one queue of a stream. */
    @StreamEvent(read = "answers", queues = "good")
    static class Read {
        String read(Order order) {
            return "read " + order.id();
        }
    }

    /** Reads another one as well. */
    @StreamEvent(
            read = "answers",
            queues = {"good", "bad"})
    static class ReadToo {
        String read(Order order) {
            return "read " + order.id() + " too";
        }
    }

    @Test
    void whatAPublisherCouldWriteIsAStreamOfTheTest(TestApp app) {
        var run = app.request(Ask.class).query("id", "").send();

        assertThat(run.published("questions", Order.class)).isEmpty();
        assertThat(run.published("audit-log", Order.class)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.published("audit-logs", Order.class))
                .withMessageEndingWith(" Did you mean \"audit_log\"?");
    }

    @Test
    void whatAPublisherWritesIsSeen(TestApp app) {
        var run = app.request(Ask.class).query("id", "q1").send();

        assertThat(run.published("questions", Order.class)).containsExactly(new Order("q1", 1));
        assertThat(run.published("audit-log", Order.class)).containsExactly(new Order("q1", 2));
    }

    @Test
    void aMessageIsForAllThatReadItsQueue(TestApp app) {
        var run = app.publishTo("answers", "good", new Order("a1", 1));

        assertThat(run.results()).containsExactlyInAnyOrder("read a1", "read a1 too");
        assertThat(run.deliveries()).isEqualTo(2);
        assertThat(app.publishTo("answers", "bad", new Order("a2", 1)).results())
                .containsExactly("read a2 too");
    }

    @Test
    void theQueueOfAMessageIsSeen(TestApp app) {
        assertThat(app.publishTo("answers", "good", new Order("a1", 1)).queues("answers"))
                .containsExactly("good");
    }

    @Test
    @WithConfig("hopeit.stream.answers.envelope=compact")
    void theQueueOfAMessageInTheShortFormIsSeenToo(TestApp app) {
        assertThat(app.publishTo("answers", "good", new Order("a1", 1)).queues("answers"))
                .containsExactly("good");
    }

    @Test
    void theOwnQueueOfAStreamIsNotThatOfItsOthers(TestApp app) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.publish("answers", new Order("a1", 1)))
                .withMessage(
                        "no event of this test reads the own queue of \"answers\", so nothing would come of it. They"
                                + " read \"good\": publishTo(\"answers\", \"good\", ...), \"bad\": publishTo(\"answers\", \"bad\","
                                + " ...).");
    }
}
