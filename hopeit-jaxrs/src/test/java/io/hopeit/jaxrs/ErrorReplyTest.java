package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.spi.FactsUnavailableException;
import org.junit.jupiter.api.Test;

class ErrorReplyTest {

    @Test
    void aStoreOfFactsThatIsDownIsNotAvailableAndNotNamed() {
        var reply = ErrorReply.of(new FactsUnavailableException("cannot look for x at redis://inside:6379", null));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.detail()).isEqualTo("not available, try again");
    }
}
