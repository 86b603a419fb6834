package io.hopeit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentTest {
    @Test
    void keysAreSortedAndEachValueHasALine() throws IOException {
        var document = Documents.parse("""
                {'paths': {'/b': {}, '/a': {'get': {'tags': ['y', 'x']}}}, 'openapi': '3.0.3', 'tags': []}""");
        assertThat(document.text()).isEqualTo("""
                {
                  "openapi": "3.0.3",
                  "paths": {
                    "/a": {
                      "get": {
                        "tags": [
                          "y",
                          "x"
                        ]
                      }
                    },
                    "/b": {}
                  },
                  "tags": []
                }
                """);
    }

    @Test
    void itsServersAreLeftOut() throws IOException {
        assertThat(Documents.with("'servers': [{'url': 'http://here:8080'}]").text())
                .doesNotContain("servers");
    }

    @Test
    void serversOfAPathAreKept() throws IOException {
        assertThat(Documents.with("'paths': {'/a': {'servers': [{'url': 'http://there'}]}}")
                        .text())
                .contains("http://there");
    }

    @Test
    void numbersKeepTheirDigits() throws IOException {
        assertThat(Documents.with("'x-limit': 0.12345678901234567890123").text())
                .contains("0.12345678901234567890123");
    }

    @Test
    void whatIsWrittenIsRead(@TempDir Path directory) throws IOException {
        var document = Documents.version("1.0", "/grüße");
        var file = directory.resolve("src/main/openapi/openapi.json");
        document.write(file);
        assertThat(Document.read(DocumentKind.OPENAPI, file)).isEqualTo(document);
    }

    @Test
    void otherFormatsAreRefusedByName() {
        assertThatThrownBy(() -> Document.parse(
                        DocumentKind.OPENAPI, "openapi: 3.0.3\n".getBytes(StandardCharsets.UTF_8), "http://here"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("http://here is not JSON at line 1: ");
    }

    @Test
    void otherJsonIsRefused() {
        assertThatThrownBy(() -> Document.parse(
                        DocumentKind.OPENAPI, "{\"status\": 404}".getBytes(StandardCharsets.UTF_8), "http://here"))
                .isInstanceOf(IOException.class)
                .hasMessage("http://here is not an OpenAPI document: it has no text \"openapi\".");
    }

    @Test
    void aFileWithAKeyTwiceIsRefused(@TempDir Path directory) throws IOException {
        var file = Files.writeString(
                directory.resolve("merged.json"), "{\"openapi\": \"3.0.3\",\n\"openapi\": \"3.1.0\"}");
        assertThatThrownBy(() -> Document.read(DocumentKind.OPENAPI, file))
                .hasMessageContainingAll(file + " is not JSON", "openapi");
    }
}
