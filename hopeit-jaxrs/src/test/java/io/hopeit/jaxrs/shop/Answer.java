package io.hopeit.jaxrs.shop;

import io.hopeit.GetEvent;
import io.hopeit.jaxrs.ResponseStatus;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Answers as it is told to. */
@GetEvent("streams.answer")
public class Answer {
    @ResponseStatus(404)
    public record Missing(String id) {}

    @ResponseStatus(204)
    public record Gone() {}

    Object answer(@QueryParam("kind") String kind) throws Exception {
        return switch (kind) {
            case "text" -> "a \"text\"";
            case "number" -> 42;
            case "nothing" -> null;
            case "missing" -> new Missing("x1");
            case "page" -> new Page<>(List.of(new Order.Customer("a")), 1);
            case "gone" -> new Gone();
            case "flag" -> {
                Thread.currentThread().interrupt();
                yield "flagged";
            }
            case "invalid" -> throw new jakarta.validation.ValidationException("secret com.acme.Foo");
            case "web" -> throw new jakarta.ws.rs.InternalServerErrorException("secret");
            case "not-found" -> throw new NotFoundException("no such thing");
            case "checked" -> throw new java.io.IOException("secret path /etc/passwd");
            case "error" -> throw new StackOverflowError();
            case "argument" -> throw new IllegalArgumentException("secret");
            default -> throw new AssertionError("secret");
        };
    }
}
