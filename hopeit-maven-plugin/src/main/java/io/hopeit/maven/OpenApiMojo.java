package io.hopeit.maven;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/** What the goals have in common: the committed document, and where the published one comes from. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields
abstract class OpenApiMojo extends AbstractMojo {
    @Inject
    ToolchainManager toolchains;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    /** The committed document. */
    @Parameter(
            property = "hopeit.openapi.file",
            defaultValue = "${project.basedir}/src/main/openapi/openapi.json",
            required = true)
    File file;

    /** Where a running server publishes the document. Without it, the project's application is started. */
    @Parameter(property = "hopeit.openapi.url")
    @Nullable
    URI url;

    /** Starts the application, on the project's class path with the scopes compile, provided and runtime. */
    @Parameter(
            property = "hopeit.openapi.mainClass",
            defaultValue = "io.helidon.microprofile.cdi.Main",
            required = true)
    String mainClass;

    /** Further system properties of the started application. */
    @Parameter
    Map<String, String> systemProperties = Map.of();

    /** How many seconds to wait for the document, the start of the application included. */
    @Parameter(property = "hopeit.openapi.timeout", defaultValue = "60", required = true)
    int timeout;

    /** Leaves out this goal. */
    @Parameter(property = "hopeit.openapi.skip", defaultValue = "false")
    boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("OpenAPI: left out, as hopeit.openapi.skip says");
            return;
        }
        try {
            run(file.toPath());
        } catch (IOException | IllegalArgumentException e) {
            throw new MojoExecutionException("OpenAPI: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("OpenAPI: interrupted while waiting for the published document", e);
        }
    }

    abstract void run(Path committed) throws IOException, InterruptedException, MojoFailureException;

    Document published() throws IOException, InterruptedException {
        var patience = Duration.ofSeconds(timeout);
        return url == null ? application().publish(patience) : new PublishedDocument(url).read(patience);
    }

    static Document committed(Path file) throws IOException, MojoFailureException {
        if (!Files.exists(file)) {
            throw new MojoFailureException(
                    "OpenAPI: " + file + " is not there. Create it with the goal hopeit:openapi-create.");
        }
        return Document.read(file);
    }

    private Application application() throws IOException {
        var toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
        var java = JavaProgram.find(toolchain, Runtime.version().feature(), Path.of(System.getProperty("java.home")));
        var log = Path.of(project.getBuild().getDirectory()).resolve("hopeit-openapi.log");
        return new Application(java, classPath(), mainClass, systemProperties, log);
    }

    private List<Path> classPath() throws IOException {
        var classes = Path.of(project.getBuild().getOutputDirectory());
        if (!Files.isDirectory(classes)) {
            throw new IOException(classes + " is not there. Compile first, as in"
                    + " \"mvn process-classes hopeit:openapi-diff\", or set hopeit.openapi.url.");
        }
        var dependencies = project.getArtifacts().stream()
                .filter(artifact -> !Artifact.SCOPE_TEST.equals(artifact.getScope()))
                .filter(artifact -> artifact.getArtifactHandler().isAddedToClasspath())
                .flatMap(artifact -> Optional.ofNullable(artifact.getFile()).stream())
                .map(File::toPath);
        return Stream.concat(Stream.of(classes), dependencies).toList();
    }
}
