package io.hopeit.sample.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
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
            return SchemaRegistry.withDialect(dialect()).getSchema(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draft 7, and a word of AsyncAPI's that checks nothing: the library warns of words that it does not know. */
    private static Dialect dialect() {
        return Dialect.builder(Dialects.getDraft7())
                .keyword(new NonValidationKeyword("example"))
                .build();
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
