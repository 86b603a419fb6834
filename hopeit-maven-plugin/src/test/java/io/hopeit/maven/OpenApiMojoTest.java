package io.hopeit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiMojoTest {
    private static final Document OLD = Documents.version("1.0", "/a");
    private static final Document NEW = Documents.version("1.0", "/b");
    private static final Document NEW_VERSION = Documents.version("1.1", "/b");

    @TempDir
    Path directory;

    private final List<String> errors = new ArrayList<>();
    private final Attached artifacts = new Attached();
    private Path file;
    private Document published = OLD;
    private Answers server;

    @BeforeEach
    void serve() throws Exception {
        file = directory.resolve("src/main/openapi/openapi.json");
        server = Answers.with(exchange -> Answers.answer(exchange, 200, published.text()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void createWritesThePublishedDocument() throws Exception {
        withFields(new OpenApiCreateMojo()).execute();
        assertThat(Document.read(DocumentKind.OPENAPI, file)).isEqualTo(OLD);
    }

    @Test
    void createRefusesWhenThereIsAFile() throws Exception {
        NEW.write(file);
        assertThatThrownBy(withFields(new OpenApiCreateMojo())::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(file.toString(), "hopeit:openapi-update", "hopeit.openapi.overwrite");
        assertThat(Document.read(DocumentKind.OPENAPI, file)).isEqualTo(NEW);
    }

    @Test
    void createReplacesAFileWhenItIsToldTo() throws Exception {
        NEW.write(file);
        var create = withFields(new OpenApiCreateMojo());
        create.overwrite = true;
        create.execute();
        assertThat(Document.read(DocumentKind.OPENAPI, file)).isEqualTo(OLD);
    }

    @Test
    void diffSucceedsWhenBothSayTheSame() throws Exception {
        OLD.write(file);
        withFields(new OpenApiDiffMojo()).execute();
        assertThat(errors).isEmpty();
    }

    @Test
    void whatIsPublishedIsAnArtifactOfTheBuild() throws Exception {
        OLD.write(file);
        withFields(new OpenApiDiffMojo()).execute();
        assertThat(artifacts.files()).containsExactly(Map.entry("openapi.json", directory.resolve("openapi.json")));
        assertThat(Document.read(DocumentKind.OPENAPI, directory.resolve("openapi.json")))
                .isEqualTo(OLD);
    }

    @Test
    void diffFailsAndSaysWhatDiffersAndWhatToDo() throws Exception {
        OLD.write(file);
        published = NEW;
        assertThatThrownBy(withFields(new OpenApiDiffMojo())::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(file.toString(), "in 2 place(s)", "hopeit:openapi-update");
        assertThat(errors).containsExactly("paths /a: GET removed", "paths /b: GET added");
    }

    @Test
    void diffListsFiftyDifferencesAtMost() throws Exception {
        Documents.with("'paths': {}").write(file);
        published = Documents.with(IntStream.range(0, 62)
                .mapToObj(i -> "'/p%d': {'get': {}}".formatted(i))
                .collect(Collectors.joining(",", "'paths': {", "}")));
        assertThatThrownBy(withFields(new OpenApiDiffMojo())::execute).hasMessageContaining("in 62 place(s)");
        assertThat(errors).hasSize(51).endsWith("and 12 more");
    }

    @Test
    void diffNeedsACommittedDocument() {
        assertThatThrownBy(withFields(new OpenApiDiffMojo())::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(file.toString(), "hopeit:openapi-create");
    }

    @Test
    void updateWritesADocumentWithANewVersion() throws Exception {
        OLD.write(file);
        published = NEW_VERSION;
        withFields(new OpenApiUpdateMojo()).execute();
        assertThat(Document.read(DocumentKind.OPENAPI, file)).isEqualTo(NEW_VERSION);
    }

    @Test
    void updateRefusesChangesWithoutANewVersion() throws Exception {
        OLD.write(file);
        published = NEW;
        assertThatThrownBy(withFields(new OpenApiUpdateMojo())::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("info.version is still 1.0", "hopeit.openapi.force");
        assertThat(Document.read(DocumentKind.OPENAPI, file)).isEqualTo(OLD);
    }

    @Test
    void updateTakesChangesWithoutANewVersionWhenForced() throws Exception {
        OLD.write(file);
        published = NEW;
        var update = withFields(new OpenApiUpdateMojo());
        update.force = true;
        update.execute();
        assertThat(Document.read(DocumentKind.OPENAPI, file)).isEqualTo(NEW);
    }

    @Test
    void updateLeavesAFileThatSaysTheSame() throws Exception {
        Files.createDirectories(file.getParent());
        var formattedByHand = OLD.text().replace("\n", "");
        Files.writeString(file, formattedByHand);
        withFields(new OpenApiUpdateMojo()).execute();
        assertThat(file).hasContent(formattedByHand);
    }

    @Test
    void updateNeedsACommittedDocument() {
        assertThatThrownBy(withFields(new OpenApiUpdateMojo())::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(file.toString(), "hopeit:openapi-create");
    }

    @Test
    void aServerWithoutADocumentIsAnErrorOfTheBuild() throws Exception {
        OLD.write(file);
        var diff = withFields(new OpenApiDiffMojo());
        diff.url = server.url().resolve("/elsewhere");
        assertThatThrownBy(diff::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(diff.url + " answered 404");
    }

    @Test
    void anAddressThatCannotBeAskedIsAnErrorOfTheBuild() {
        var create = withFields(new OpenApiCreateMojo());
        create.url = URI.create("ftp://here/openapi");
        assertThatThrownBy(create::execute).isInstanceOf(MojoExecutionException.class);
    }

    @Test
    void nothingIsDoneWhenSkipped() throws Exception {
        var create = withFields(new OpenApiCreateMojo());
        create.skip = true;
        create.execute();
        assertThat(file).doesNotExist();
    }

    @Test
    void nothingIsDoneForAProjectThatOnlyHasModules() throws Exception {
        var create = withFields(new OpenApiCreateMojo());
        create.project.setPackaging("pom");
        create.execute();
        assertThat(file).doesNotExist();
    }

    @Test
    void nothingIsDoneForALibrary() throws Exception {
        var create = withFields(new OpenApiCreateMojo());
        create.url = null;
        create.project
                .getBuild()
                .setOutputDirectory(
                        Files.createDirectory(directory.resolve("classes")).toString());
        create.execute();
        assertThat(file).doesNotExist();
    }

    @Test
    void withoutAnAddressTheApplicationIsStarted() throws Exception {
        var create = withFields(new OpenApiCreateMojo());
        create.url = null;
        create.execute();
        assertThat(Document.read(DocumentKind.OPENAPI, file).version()).isEqualTo("from the goal");
    }

    @Test
    void anApplicationHasToBeCompiledFirst() {
        var create = withFields(new OpenApiCreateMojo());
        create.url = null;
        create.project
                .getBuild()
                .setOutputDirectory(directory.resolve("classes").toString());
        assertThatThrownBy(create::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("mvn process-classes");
    }

    private <T extends OpenApiMojo> T withFields(T mojo) {
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void error(CharSequence content) {
                errors.add(content.toString());
            }
        });
        mojo.file = file.toFile();
        mojo.url = server.url();
        mojo.timeout = 60;
        mojo.mainClass = ServesDocument.class.getName();
        mojo.systemProperties = Map.of("version", "from the goal");
        mojo.project = project();
        mojo.toolchains = new NoToolchains();
        mojo.artifacts = artifacts;
        return mojo;
    }

    /** Its classes are those of these tests. */
    private MavenProject project() {
        var build = new Build();
        build.setDirectory(directory.toString());
        build.setOutputDirectory(
                Path.of("target", "test-classes").toAbsolutePath().toString());
        var project = new MavenProject();
        project.setBuild(build);
        return project;
    }

    private static final class NoToolchains implements ToolchainManager {
        @Override
        public Toolchain getToolchainFromBuildContext(String type, MavenSession context) {
            return null;
        }

        @Override
        public List<Toolchain> getToolchains(MavenSession session, String type, Map<String, String> requirements) {
            return List.of();
        }
    }
}
