package io.hopeit.sample.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** AsyncAPI's own schema of version 3.0.0, and what it does not say: that references lead somewhere. */
public final class AsyncApiRules {
    private static final Schema SCHEMA = schema();

    private AsyncApiRules() {}

    private static Schema schema() {
        try (var json = AsyncApiRules.class.getResourceAsStream("/asyncapi/3.0.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a document breaks a rule, and which. */
    public static List<String> broken(JsonNode document) {
        var broken = new ArrayList<>(
                SCHEMA.validate(document).stream().map(Error::toString).toList());
        document.findValuesAsText("$ref").stream()
                .filter(to -> document.at(to.substring(1)).isMissingNode())
                .forEach(to -> broken.add(to + " leads nowhere"));
        return broken;
    }
}
