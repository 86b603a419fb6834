package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.StreamUnavailableException;
import io.hopeit.StreamUnavailableException.Outcome;
import io.hopeit.spi.FactsUnavailableException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErrorReplyTest {

    @Test
    void aStoreOfFactsThatIsDownIsNotAvailableAndNotNamed() {
        var reply = ErrorReply.of(new FactsUnavailableException("cannot look for x at redis://inside:6379", null));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.detail()).isEqualTo("not available, try again");
    }

    @Test
    void aMessageThatMayHaveBeenStoredIsToldWithItsId() {
        var failure = new StreamUnavailableException("x", new IllegalStateException(), Outcome.UNKNOWN, "ev1");

        assertThat(member(failure, "outcome")).isEqualTo("unknown");
        assertThat(member(failure, "event_id")).isEqualTo("ev1");
    }

    @Test
    void aMessageThatHasNotBeenStoredHasNoOutcome() {
        var failure = new StreamUnavailableException("x", new IllegalStateException());

        assertThat(member(failure, "outcome")).isNull();
    }

    @Test
    void whatAServerSaysOfARequestItCannotPlaceIsNotHandedOn() {
        var jersey = ErrorReply.of(new NotFoundException("HTTP 404 Not Found"));
        var resteasy = ErrorReply.of(new NotFoundException("RESTEASY003210: Could not find resource for full path: x"));

        assertThat(jersey.detail()).isEqualTo("Not Found");
        assertThat(resteasy.detail()).isEmpty();
        assertThat(member(new NotFoundException("RESTEASY003210: x"), "detail")).isEqualTo("Not Found");
    }

    @Test
    void whoSaysWhenToTryAgainIsNotContradicted() {
        var failure = new ServiceUnavailableException(120L);

        var response = ErrorReply.of(failure).response(failure.getResponse());

        assertThat(response.getHeaders().get("Retry-After")).hasToString("[120]");
    }

    private static @Nullable Object member(Throwable failure, String name) {
        var response = ErrorReply.of(failure).response(Response.serverError().build());
        return ((Map<?, ?>) ((JsonBody) response.getEntity()).value()).get(name);
    }
}
