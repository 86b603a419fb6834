package io.hopeit.sample.save;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.sample.model.SomethingParams;
import io.hopeit.sample.storage.SomethingStore;
import io.hopeit.testing.HopeitTest;
import io.hopeit.testing.TestApp;
import io.hopeit.testing.WithConfig;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@HopeitTest(SaveSomething.class)
@WithConfig("simple-example.base.path=target/kit/save")
class SaveSomethingTest {
    private static final SomethingParams PARAMS = new SomethingParams("t1", "u1");

    @Inject
    SomethingStore store;

    @Test
    void aSomethingIsStored(TestApp app) throws IOException {
        var run = app.as("ada")
                .request(SaveSomething.class)
                .payload(PARAMS)
                .header("User-Agent", "a test")
                .send();

        assertThat(run.status()).isEqualTo(200);
        assertThat(run.result(String.class)).endsWith("t1.json");
        assertThat(store.find("t1")).hasSize(1);
    }

    @Test
    void aClientHasToSayWhatItIs(TestApp app) {
        var run = app.as("ada").run(SaveSomething.class, PARAMS);

        assertThat(run.status()).isEqualTo(400);
        assertThat(run.body()).contains("Missing required user-agent");
        assertThat(run.steps()).isEmpty();
    }

    @Test
    @WithConfig("Retry/delay=0")
    void aDiskThatFailsIsTriedAgain(TestApp app) {
        app.step(SaveSomething.class, "save").fails(2, () -> new IOException("the disk is full"));

        var run = app.as("ada")
                .request(SaveSomething.class)
                .payload(PARAMS)
                .header("User-Agent", "a test")
                .send();

        assertThat(run.status()).isEqualTo(200);
    }

    @Test
    void nobodyMaySaveUnknown(TestApp app) {
        assertThat(app.run(SaveSomething.class, PARAMS).status()).isEqualTo(401);
    }

    /** What an earlier run of these tests has stored. */
    @BeforeAll
    static void nothingIsStoredYet() throws IOException {
        FileUtils.deleteDirectory(new File("target/kit/save"));
    }
}
