package io.hopeit.sample.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.sample.model.Something;
import io.hopeit.sample.model.User;
import io.hopeit.sample.storage.Workplace;
import io.hopeit.testing.HopeitTest;
import io.hopeit.testing.TestApp;
import io.hopeit.testing.WithConfig;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HopeitTest(UploadSomething.class)
@WithConfig("simple-example.base.path=target/kit/upload")
class UploadSomethingTest {
    private static final Something OBJECT = new Something("o1", new User("u1", "ada"), null, List.of());

    @Inject
    Workplace workplace;

    @BeforeEach
    void prepare() throws IOException {
        workplace.prepare();
    }

    @Test
    void aFileIsKept(TestApp app) {
        var run = app.as("ada")
                .request(UploadSomething.class)
                .query("something_id", "s1")
                .field("id", "1")
                .field("user", "ada")
                .field("object", OBJECT)
                .file("attachment", "up.txt", "hello".getBytes(UTF_8))
                .send();

        assertThat(run.status()).isEqualTo(200);
        assertThat(run.body()).contains("\"id\":\"attachment\"");
        assertThat(workplace.uploads().resolve("attachment-up.txt")).hasContent("hello");
    }

    @Test
    void whatIsMissingIsSaid(TestApp app) {
        var run = app.as("ada")
                .request(UploadSomething.class)
                .query("something_id", "s1")
                .field("id", "1")
                .send();

        assertThat(run.status()).isEqualTo(400);
        assertThat(run.body()).contains("Missing required fields");
    }
}
