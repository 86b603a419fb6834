package io.hopeit.maven;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An OpenAPI document without its {@code servers}, which depend on where it is published, or an AsyncAPI document. */
record Document(ObjectNode content) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    /** @throws IOException if it is not such a document in JSON; the message begins with {@code origin} */
    static Document parse(DocumentKind kind, byte[] json, String origin) throws IOException {
        if (tree(json, origin) instanceof ObjectNode content
                && content.path(kind.word()).isTextual()) {
            if (kind == DocumentKind.OPENAPI) {
                content.remove("servers");
            }
            return new Document(content);
        }
        throw new IOException(
                "%s is not an %s document: it has no text \"%s\".".formatted(origin, kind.title(), kind.word()));
    }

    private static JsonNode tree(byte[] json, String origin) throws IOException {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            var where = location == null ? "" : " at line " + location.getLineNr();
            throw new IOException("%s is not JSON%s: %s".formatted(origin, where, e.getOriginalMessage()), e);
        }
    }

    static Document read(DocumentKind kind, Path file) throws IOException {
        return parse(kind, Files.readAllBytes(file), file.toString());
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text());
    }

    /** The same text for the same content, on all systems: one line for each value, keys sorted. */
    String text() throws IOException {
        return MAPPER.writer(layout()).writeValueAsString(content) + "\n";
    }

    private static PrettyPrinter layout() {
        var indent = new DefaultIndenter("  ", "\n");
        var separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(indent).withArrayIndenter(indent);
    }

    /** {@code info.version}; empty if there is none. */
    String version() {
        return content.path("info").path("version").asText();
    }
}
