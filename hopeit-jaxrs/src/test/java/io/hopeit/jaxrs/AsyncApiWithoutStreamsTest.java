package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.junit5.HelidonTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import org.junit.jupiter.api.Test;

@HelidonTest
class AsyncApiWithoutStreamsTest {
    @Inject
    WebTarget server;

    @Test
    void thereIsNoDocumentOfStreams() {
        try (var response = Target.at(server).path("asyncapi").request().get()) {
            assertThat(response.getStatus()).isEqualTo(404);
            assertThat(response.readEntity(String.class)).contains("nothing here reads or writes a stream");
        }
    }
}
