package io.hopeit.jaxrs.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.junit5.HelidonTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log says of a failure, in the format of any server. */
@HelidonTest
class MockErrorLogTest {
    private static final Logger ERRORS = Logger.getLogger("io.hopeit.http");

    @Inject
    WebTarget target;

    private final Logged logged = new Logged();

    private static final class Logged extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        logged.lines.clear(); // of the other tests
        ERRORS.addHandler(logged);
    }

    @AfterEach
    void stopListening() {
        ERRORS.removeHandler(logged);
    }

    @Test
    void aFailureIsLoggedWithTheIdThatItsResponseHas() throws Exception {
        var response = new MockServer(target.getUri()).get("mock-broken/a");

        assertThat(response.headers().firstValue("X-Track-Request-Id"))
                .hasValueSatisfying(id ->
                        assertThat(logged.lines).singleElement().asString().endsWith("request id " + id));
    }

    @Test
    void aPathMakesNoLineOfItsOwn() throws Exception {
        var response = new MockServer(target.getUri()).get("mock-broken/a%0D%0Aforged");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(logged.lines)
                .singleElement()
                .asString()
                .contains("a%0D%0Aforged")
                .doesNotContain("\n", "\r");
    }
}
