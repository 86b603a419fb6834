package io.hopeit.sample.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.sample.model.Something;
import io.hopeit.sample.model.StatusType;
import io.hopeit.sample.model.User;
import io.hopeit.sample.storage.SomethingStore;
import io.hopeit.testing.HopeitTest;
import io.hopeit.testing.TestApp;
import io.hopeit.testing.WithConfig;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@HopeitTest({SomethingEvent.class, ProcessEvents.class})
@WithConfig("simple-example.base.path=target/kit/streams")
class ProcessEventsTest {
    private static final Something SOMETHING = new Something("ev1", new User("u1", "ada"), null, List.of());

    @Inject
    SomethingStore store;

    @Test
    void whatIsSubmittedIsProcessedAndStored(TestApp app) throws IOException {
        var run = app.as("ada").run(SomethingEvent.class, SOMETHING);

        assertThat(run.status()).isEqualTo(200);
        assertThat(run.queues("streams.something-event")).containsExactly("high-prio");
        assertThat(store.find("ev1"))
                .singleElement()
                .satisfies(stored -> assertThat(stored.status().type()).isEqualTo(StatusType.PROCESSED));
    }

    @Test
    @DisabledIfSystemProperty(named = "hopeit.testing.redis", matches = ".+", disabledReason = "takes minutes")
    void aDiskThatIsFullForMinutesLosesNothing(TestApp app) {
        app.step(ProcessEvents.class, "save").fails(9, () -> new IOException("the disk is full"));
        var before = app.clock().instant();

        var run = app.run(ProcessEvents.class, SOMETHING);

        assertThat(run.deliveries()).isEqualTo(10);
        assertThat(run.deadLetters()).isEmpty();
        assertThat(Duration.between(before, app.clock().instant())).isGreaterThan(Duration.ofMinutes(2));
    }

    @Test
    void whatCannotBeStoredIsGivenUpAtOnceAndCanBePutBack(TestApp app) {
        var save = app.step(ProcessEvents.class, "save");
        save.fails(() -> new BadRequestException("no file is called so"));

        var run = app.run(ProcessEvents.class, SOMETHING);

        assertThat(run.deliveries()).isEqualTo(1);
        assertThat(run.deadLetters()).hasSize(1);

        save.works();
        assertThat(app.redrive(ProcessEvents.class).deadLetters()).isEmpty();
        assertThat(app.deadLetters(ProcessEvents.class)).isEmpty();
    }

    @Test
    @DisabledIfSystemProperty(named = "hopeit.testing.redis", matches = ".+", disabledReason = "takes hours")
    @WithConfig("hopeit.event.streams.process-events.timeout=PT10M")
    void aStepThatHangsIsInterruptedAndTriedAgain(TestApp app) {
        app.step(ProcessEvents.class, "save").hangs();

        var run = app.run(ProcessEvents.class, SOMETHING);

        assertThat(run.deliveries()).isEqualTo(10);
        assertThat(run.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.error())
                .contains("EventTimeoutException"));
    }

    /** What an earlier run of these tests has stored. */
    @BeforeAll
    static void nothingIsStoredYet() throws IOException {
        FileUtils.deleteDirectory(new File("target/kit/streams"));
    }
}
