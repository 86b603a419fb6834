package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.openapiparser.OpenApiParser;
import io.openapiprocessor.jsonschema.reader.UriReader;
import io.openapiprocessor.jsonschema.schema.DocumentLoader;
import io.openapiprocessor.jsonschema.schema.DocumentStore;
import io.openapiprocessor.jsonschema.schema.SchemaStore;
import io.openapiprocessor.jsonschema.validator.Validator;
import java.net.URI;
import java.util.List;
import org.yaml.snakeyaml.Yaml;

/** OpenAPI's own schema of version 3.0, without a network. */
final class OpenApiRules {
    private OpenApiRules() {}

    /** Where a document breaks a rule, and which. */
    static List<String> broken(JsonNode document) {
        var loader = new DocumentLoader(new UriReader(), text -> new Yaml().load(text));
        var schemas = new SchemaStore(loader);
        schemas.registerDraft4();
        var result = new OpenApiParser(new DocumentStore(), loader)
                .parse(
                        URI.create("https://example.org/openapi.json"),
                        Document.MAPPER.convertValue(document, Object.class));
        result.validate(new Validator(), schemas);
        return result.getValidationErrors().stream()
                .map(error -> error.getInstanceLocation() + " " + error.getText())
                .toList();
    }
}
