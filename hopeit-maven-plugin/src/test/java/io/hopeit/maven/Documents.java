package io.hopeit.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Documents of a shop, written with single quotes. */
final class Documents {
    private Documents() {}

    /** With these further members. */
    static Document with(String members) {
        return parse("{'openapi': '3.0.3', 'info': {'title': 'shop', 'version': '1.0'}, " + members + "}");
    }

    static Document version(String version, String path) {
        return parse("{'openapi': '3.0.3', 'info': {'title': 'shop', 'version': '%s'}, 'paths': {'%s': {'get': {}}}}"
                .formatted(version, path));
    }

    static Document parse(String json) {
        try {
            return Document.parse(
                    DocumentKind.OPENAPI, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "the test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
