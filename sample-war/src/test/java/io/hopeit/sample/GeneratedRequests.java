package io.hopeit.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.cornutum.tcases.openapi.ModelOptions;
import org.cornutum.tcases.openapi.io.TcasesOpenApiIO;
import org.cornutum.tcases.openapi.resolver.RequestCases;
import org.cornutum.tcases.resolve.ResolverContext;

/**
 * Requests that Tcases for OpenAPI makes of the published document, the same in each build. Its Maven plugin is not used:
 * the tests that it writes want 200 for what the document allows, where 404 is right for an id that is not known.
 */
final class GeneratedRequests {
    private static final long SEED = 20261125;

    /** It tells of each operation. */
    private static final Logger LOG = Logger.getLogger("org.cornutum.tcases");

    private GeneratedRequests() {}

    /** Those that are as published once more, for what is there, if they can name it. */
    static List<GeneratedRequest> all(Map<String, String> known) throws IOException {
        var all = new ArrayList<>(all());
        var right = all.stream().filter(GeneratedRequest::isAsPublished).toList();
        right.forEach(request -> request.with(known).ifPresent(all::add));
        return List.copyOf(all);
    }

    private static List<GeneratedRequest> all() throws IOException {
        LOG.setLevel(Level.WARNING);
        var zone = TimeZone.getDefault();
        // Tcases fills up times to one length, and makes nonsense of the short Z of UTC
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
        try {
            return generated();
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    private static List<GeneratedRequest> generated() throws IOException {
        var document = new ByteArrayInputStream(readable().getBytes(UTF_8));
        var quiet = ModelOptions.builder().notifier(null).build();
        var context = new ResolverContext("sample");
        context.setRandom(new Random(SEED));
        var cases = RequestCases.getRequestCases(TcasesOpenApiIO.getRequestTests(document, "json", quiet), context);
        return RequestCases.realizeRequestCases(cases).getRequestCases().stream()
                .map(made -> new GeneratedRequest(made, Map.of()))
                .toList();
    }

    /** Tcases takes no dots in the names of security schemes, as OpenAPI does. */
    private static String readable() throws IOException {
        var document = Files.readString(Contract.DOCUMENT);
        var schemes = new ObjectMapper().readTree(document).at("/components/securitySchemes");
        for (var names = schemes.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            document = document.replaceAll(
                    "\"" + Pattern.quote(name) + "\"\\s*:", "\"" + name.replaceAll("\\W", "_") + "\":");
        }
        return document;
    }
}
