package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.hopeit.jaxrs.ResponseStatus;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What responses say about themselves. */
final class ResponseTexts {
    private static final String OR = "; or: ";

    private ResponseTexts() {}

    static String of(String status, ResponseParts parts) {
        var error = parts.error().map(ErrorResponse::description);
        if (parts.bodies().isEmpty()) {
            return first(parts.description(), error.orElseGet(() -> reason(status)));
        }
        return Stream.concat(Stream.of(first(parts.description(), results(status, parts))), error.stream())
                .collect(Collectors.joining(OR));
    }

    private static String results(String status, ResponseParts parts) {
        if (parts.results().isEmpty() && parts.nothing() && parts.bodies().containsKey(MediaTypes.JSON)) {
            return "no result";
        }
        var written = parts.results().stream()
                .flatMap(type -> description(type).stream())
                .distinct()
                .collect(Collectors.joining(OR));
        return first(written, reason(status));
    }

    private static String first(String text, String other) {
        return text.isEmpty() ? other : text;
    }

    private static String reason(String status) {
        var standard = status.matches("\\d+") ? Response.Status.fromStatusCode(Integer.parseInt(status)) : null;
        return standard == null || standard == Response.Status.OK ? "result" : standard.getReasonPhrase();
    }

    private static Optional<String> description(JavaType type) {
        return Optional.ofNullable(type.getRawClass().getAnnotation(ResponseStatus.class))
                .map(ResponseStatus::description)
                .filter(text -> !text.isEmpty())
                .or(() -> SchemaDocs.description(type.getRawClass()));
    }
}
