package io.hopeit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsyncApiMojoTest {
    private static final String ORDERS = """
            {"asyncapi": "3.0.0", "info": {"title": "shop", "version": "1.0"}, "servers": {"redis": {"protocol": "redis"}},
             "channels": {"orders": {"messages": {"Order": {}}}}}""";
    private static final String ORDERS_AND_BILLS = ORDERS.replace("{\"Order\": {}}", "{\"Order\": {}, \"Bill\": {}}");

    @TempDir
    Path directory;

    private String published = ORDERS;
    private int status = 200;
    private final Attached artifacts = new Attached();
    private Answers server;

    @BeforeEach
    void serve() throws Exception {
        server = Answers.with(exchange -> Answers.answer(exchange, status, published));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Path file() {
        return directory.resolve("src/main/asyncapi/asyncapi.json");
    }

    private <T extends AsyncApiMojo> T withFields(T mojo) {
        mojo.file = file().toFile();
        mojo.url = server.url();
        mojo.timeout = 60;
        mojo.project = new MavenProject();
        mojo.project.getBuild().setDirectory(directory.resolve("target").toString());
        mojo.artifacts = artifacts;
        return mojo;
    }

    private static Document document(String json) throws IOException {
        return Document.parse(DocumentKind.ASYNCAPI, json.getBytes(StandardCharsets.UTF_8), "the test");
    }

    @Test
    void createWritesAllOfTheDocument() throws Exception {
        withFields(new AsyncApiCreateMojo()).execute();

        var written = Document.read(DocumentKind.ASYNCAPI, file());
        assertThat(written).isEqualTo(document(ORDERS));
        assertThat(written.content().at("/servers/redis/protocol").asText()).isEqualTo("redis");
    }

    @Test
    void whatIsPublishedIsAnArtifactOfTheBuild() throws Exception {
        document(ORDERS).write(file());
        withFields(new AsyncApiDiffMojo()).execute();

        var copy = directory.resolve("target/asyncapi.json");
        assertThat(artifacts.files()).containsExactly(Map.entry("asyncapi.json", copy));
        assertThat(Document.read(DocumentKind.ASYNCAPI, copy)).isEqualTo(document(ORDERS));
    }

    @Test
    void diffFailsAndSaysWhatToDo() throws Exception {
        document(ORDERS).write(file());
        published = ORDERS_AND_BILLS;

        assertThatThrownBy(withFields(new AsyncApiDiffMojo())::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("AsyncAPI", file().toString(), "in 1 place(s)", "hopeit:asyncapi-update");
    }

    @Test
    void updateTakesChangesWhenForced() throws Exception {
        document(ORDERS).write(file());
        published = ORDERS_AND_BILLS;
        var update = withFields(new AsyncApiUpdateMojo());
        assertThatThrownBy(update::execute).hasMessageContaining("hopeit.asyncapi.force");

        update.force = true;
        update.execute();

        assertThat(Document.read(DocumentKind.ASYNCAPI, file())).isEqualTo(document(ORDERS_AND_BILLS));
    }

    @Test
    void anOpenApiDocumentIsNone() {
        published = Documents.version("1.0", "/a").content().toString();

        assertThatThrownBy(withFields(new AsyncApiCreateMojo())::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("is not an AsyncAPI document: it has no text \"asyncapi\"");
    }

    @Test
    void anApplicationWithoutStreamsHasNone() {
        status = 404;

        assertThatThrownBy(withFields(new AsyncApiCreateMojo())::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll("answered 404", "without hopeit-streams");
    }
}
