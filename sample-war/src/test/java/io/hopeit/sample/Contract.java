package io.hopeit.sample;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** What the sample publishes, and a stranger's opinion of whether it keeps to it. */
final class Contract {
    /** The document that the build compares with what is published. */
    static final Path DOCUMENT = ServerKind.TARGET.resolve("../src/main/openapi/openapi.json");

    /** What a client gets that asks for types which are not in the document. */
    private static final int NOT_ACCEPTABLE = 406;

    /** It says of each body that is not JSON that it does not look into it. */
    private static final Logger LOG = Logger.getLogger("com.atlassian.oai.validator");

    private static final OpenApiInteractionValidator VALIDATOR = validator();

    private Contract() {}

    private static OpenApiInteractionValidator validator() {
        LOG.setLevel(Level.WARNING);
        try {
            return OpenApiInteractionValidator.createForInlineApiSpecification(Files.readString(DOCUMENT))
                    .withLevelResolver(publishedOnly())
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is published, as {@code GET /path}. */
    static SortedSet<String> operations() throws IOException {
        var operations = new TreeSet<String>();
        var paths = new ObjectMapper().readTree(DOCUMENT.toFile()).get("paths");
        paths.properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(name -> {
            if (method(name.toUpperCase(Locale.ROOT)) != null) {
                operations.add(name.toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }));
        return operations;
    }

    /** A document has no say in what it does not tell of: other paths, and other methods. */
    private static LevelResolver publishedOnly() {
        return LevelResolver.create()
                .withLevel("validation.request.path.missing", ValidationReport.Level.IGNORE)
                .withLevel("validation.request.operation.notAllowed", ValidationReport.Level.IGNORE)
                .build();
    }

    /** Fails when the response is to a published operation, and is not as published. */
    static void check(HttpResponse<String> response) {
        var method = method(response.request().method());
        if (method == null || response.statusCode() == NOT_ACCEPTABLE) {
            return;
        }
        var path = response.request().uri().getPath();
        var report = VALIDATOR.validateResponse(path, method, seen(response));
        if (report.hasErrors()) {
            throw new AssertionError("%s %s has answered %s, which is not as published:%n%s%n%s"
                    .formatted(method, path, response.statusCode(), messages(report), response.body()));
        }
    }

    private static Request.Method method(String name) {
        return switch (name) {
            case "GET" -> Request.Method.GET;
            case "POST" -> Request.Method.POST;
            case "PUT" -> Request.Method.PUT;
            case "PATCH" -> Request.Method.PATCH;
            case "DELETE" -> Request.Method.DELETE;
            default -> null;
        };
    }

    private static SimpleResponse seen(HttpResponse<String> response) {
        var seen = SimpleResponse.Builder.status(response.statusCode()).withBody(response.body());
        response.headers().map().forEach(seen::withHeader);
        return seen.build();
    }

    private static String messages(ValidationReport report) {
        return report.getMessages().stream()
                .map(message -> message.getKey() + " " + message.getMessage() + message.getAdditionalInfo())
                .collect(Collectors.joining("\n"));
    }
}
