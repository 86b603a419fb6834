package io.hopeit.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How it starts is tested where there is an application: in a new project, by hopeit-guide. */
class TestServerTest {
    @Test
    void whatMavenHasToMakeFirstIsSaid() {
        assertThatThrownBy(TestServer::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("run.classpath", "mvn verify", "mvn pre-integration-test");
    }
}
