package io.hopeit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.Collected;
import io.hopeit.Collector;
import io.hopeit.Gathered;
import io.hopeit.GetEvent;
import io.hopeit.PostEvent;
import io.hopeit.Postprocess;
import io.hopeit.Steps;
import io.hopeit.jaxrs.HttpResponse;
import io.hopeit.testing.shop.Order;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events whose responses are not just the JSON of a result. */
@HopeitTest({ResponsesTest.Label.class, ResponsesTest.Count.class, ResponsesTest.Quote.class})
class ResponsesTest {
    @TempDir
    static Path folder;

    @TestBean
    final Labels labels = () -> folder.resolve("label.txt");

    /** Where labels are. */
    interface Labels {
        Path file();
    }

    /** A file, of which clients may ask for parts. */
    @GetEvent("label")
    @Produces("text/plain")
    static class Label {
        @Inject
        Labels labels;

        Path find() {
            return labels.file();
        }

        @Postprocess
        void send(Path file, HttpResponse response) {
            response.sendFile(file, "label.txt");
        }
    }

    /** Bytes as they are made. */
    @GetEvent("count")
    @Produces("application/octet-stream")
    static class Count {
        Integer count() {
            return 3;
        }

        @Postprocess
        void send(Integer count, HttpResponse response) {
            response.stream(count, out -> {
                for (int i = 0; i < count; i++) {
                    out.write('0' + i);
                }
            });
        }
    }

    /** Two things at the same time. */
    @PostEvent("quote")
    @Collector(
            name = "ask",
            gather = {"price", "days", "both"})
    @Steps({"ask", "answer"})
    static class Quote {
        Integer price(Order order) {
            return order.pieces() * 10;
        }

        Integer days(Order order) {
            return 2;
        }

        String both(@Gathered("price") Integer price, @Gathered("days") Integer days) {
            return price + " in " + days;
        }

        String answer(Collected collected) {
            return Objects.requireNonNull(collected.get("both", String.class));
        }
    }

    @Test
    void aFileIsTheBodyWithItsNameAndLength(TestApp app) throws IOException {
        Files.writeString(labels.file(), "to Ada");

        var run = app.run(Label.class);

        assertThat(run.body()).isEqualTo("to Ada");
        assertThat(run.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(run.header("Content-Disposition"))
                .hasValueSatisfying(
                        value -> assertThat(value).startsWith("attachment").contains("label.txt"));
    }

    @Test
    void aPartOfAFileIsSentWhenTheRequestAsksForIt(TestApp app) throws IOException {
        Files.writeString(labels.file(), "to Ada");

        var run = app.request(Label.class).header("Range", "bytes=3-5").send();

        assertThat(run.status()).isEqualTo(206);
        assertThat(run.body()).isEqualTo("Ada");
    }

    @Test
    void whatIsStreamedIsTheBody(TestApp app) {
        assertThat(app.run(Count.class).bytes()).isEqualTo(new byte[] {'0', '1', '2'});
    }

    @Test
    void whatIsGatheredIsThePayloadOfTheNextStep(TestApp app) {
        var run = app.run(Quote.class, new Order("o1", 2));

        assertThat(run.result(String.class)).isEqualTo("20 in 2");
        assertThat(run.steps()).containsExactlyInAnyOrder("price", "days", "both", "answer");
    }
}
