package io.hopeit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedDocumentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void isReadFromItsAddress() throws Exception {
        var document = Documents.version("1.0", "/a");
        try (var server = Answers.with(document)) {
            assertThat(new PublishedDocument(DocumentKind.OPENAPI, server.url()).read(PATIENCE))
                    .isEqualTo(document);
        }
    }

    @Test
    void isAskedForAsJson() throws Exception {
        try (var server = Answers.with(exchange -> {
            var accept = exchange.getRequestHeaders().getFirst("Accept");
            Answers.answer(exchange, 200, Documents.version(accept, "/a").text());
        })) {
            assertThat(new PublishedDocument(DocumentKind.OPENAPI, server.url())
                            .read(PATIENCE)
                            .version())
                    .isEqualTo("application/json");
        }
    }

    @Test
    void anotherStatusIsAnErrorThatSaysIt() throws Exception {
        try (var server = Answers.with(exchange -> Answers.answer(exchange, 404, "{}"))) {
            assertThatThrownBy(() -> new PublishedDocument(DocumentKind.OPENAPI, server.url()).read(PATIENCE))
                    .isInstanceOf(IOException.class)
                    .hasMessage(server.url() + " answered 404");
        }
    }

    @Test
    void aServerThatIsNotThereIsAnError() throws Exception {
        var server = Answers.with(Documents.version("1.0", "/a"));
        server.close();
        assertThatThrownBy(() -> new PublishedDocument(DocumentKind.OPENAPI, server.url()).read(PATIENCE))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(server.url() + " did not answer: ");
    }

    @Test
    void anAnswerThatStallsIsGivenUp() throws Exception {
        try (var server = Answers.with(exchange -> exchange.sendResponseHeaders(200, 1000))) {
            assertThatThrownBy(() ->
                            new PublishedDocument(DocumentKind.OPENAPI, server.url()).read(Duration.ofMillis(500)))
                    .isInstanceOf(IOException.class)
                    .hasMessage(server.url() + " did not answer in time");
        }
    }

    @Test
    void messagesHaveNoSecretsOfTheAddress() throws Exception {
        try (var server = Answers.with(exchange -> Answers.answer(exchange, 401, "{}"))) {
            var port = server.url().getPort();
            var url = URI.create("http://me:s3cr3t@127.0.0.1:" + port + "/openapi?token=s3cr3t");
            assertThatThrownBy(() -> new PublishedDocument(DocumentKind.OPENAPI, url).read(PATIENCE))
                    .hasMessageContaining("answered 401")
                    .hasMessageNotContaining("s3cr3t");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080/openapi", "file:///etc/openapi.json", "/openapi"})
    void otherAddressesAreRefused(String url) {
        assertThatThrownBy(() -> new PublishedDocument(DocumentKind.OPENAPI, URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The address of the published document has to be like http://localhost:8080/openapi.");
    }
}
