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
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/** What all goals have in common: the committed document, and where the published one comes from. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields
abstract class DocumentMojo extends AbstractMojo {
    /** What has one of them is an application. */
    private static final List<String> CONFIGURATION =
            List.of("META-INF/microprofile-config.properties", "META-INF/hopeit-app.json");

    @Inject
    ToolchainManager toolchains;

    @Inject
    MavenProjectHelper artifacts;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    /** Further system properties of the started application. */
    @Parameter
    Map<String, String> systemProperties = Map.of();

    /**
     * Where the documents are, and how long to wait.
     *
     * @param url of a running server; null to start the application
     * @param mainClass starts the application
     * @param timeout in seconds
     */
    record Settings(File file, @Nullable URI url, String mainClass, int timeout, boolean skip) {}

    abstract DocumentKind kind();

    abstract Settings settings();

    abstract void run(Path committed) throws IOException, InterruptedException, MojoFailureException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (settings().skip()) {
            say("left out, as %s.skip says".formatted(kind().property()));
            return;
        }
        if (project.getPackaging().equals("pom")) {
            say("left out, as a project of packaging pom has no events");
            return;
        }
        if (isLibrary()) {
            say("left out, as a project without %s is no application".formatted(String.join(" or ", CONFIGURATION)));
            return;
        }
        try {
            run(settings().file().toPath());
        } catch (IOException | IllegalArgumentException e) {
            throw new MojoExecutionException(kind().title() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException(
                    kind().title() + ": interrupted while waiting for the published document", e);
        }
    }

    /** Nothing says that there is a document. */
    private boolean isLibrary() {
        return settings().url() == null
                && !settings().file().exists()
                && Files.isDirectory(classes())
                && CONFIGURATION.stream()
                        .noneMatch(name -> Files.exists(classes().resolve(name)));
    }

    private Path classes() {
        return Path.of(project.getBuild().getOutputDirectory());
    }

    void say(String text) {
        getLog().info(kind().title() + ": " + text);
    }

    MojoFailureException failure(String text, Object... args) {
        return new MojoFailureException(kind().title() + ": " + text.formatted(args));
    }

    /** What is published now; it is put into {@code target}, too, and goes where the build's artifacts go. */
    Document published() throws IOException, InterruptedException {
        var published = ask();
        var copy = Path.of(project.getBuild().getDirectory()).resolve(kind().word() + ".json");
        published.write(copy);
        artifacts.attachArtifact(project, "json", kind().word(), copy.toFile());
        return published;
    }

    private Document ask() throws IOException, InterruptedException {
        var patience = Duration.ofSeconds(settings().timeout());
        var url = settings().url();
        return url == null
                ? application().publish(kind(), patience)
                : new PublishedDocument(kind(), url).read(patience);
    }

    Document committed(Path file) throws IOException, MojoFailureException {
        if (!Files.exists(file)) {
            throw failure("%s is not there. Create it with the goal hopeit:%s-create.", file, kind().word());
        }
        return Document.read(kind(), file);
    }

    private Application application() throws IOException {
        var toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
        var java = JavaProgram.find(toolchain, Runtime.version().feature(), Path.of(System.getProperty("java.home")));
        var log = Path.of(project.getBuild().getDirectory()).resolve("hopeit-" + kind().word() + ".log");
        return new Application(java, classPath(), settings().mainClass(), systemProperties, project.getBasedir(), log);
    }

    private List<Path> classPath() throws IOException {
        var classes = classes();
        if (!Files.isDirectory(classes)) {
            throw new IOException(
                    "%s is not there. Compile first, as in \"mvn process-classes hopeit:%s-diff\", or set %s.url."
                            .formatted(classes, kind().word(), kind().property()));
        }
        var dependencies = project.getArtifacts().stream()
                .filter(artifact -> !Artifact.SCOPE_TEST.equals(artifact.getScope()))
                .filter(artifact -> artifact.getArtifactHandler().isAddedToClasspath())
                .flatMap(artifact -> Optional.ofNullable(artifact.getFile()).stream())
                .map(File::toPath);
        return Stream.concat(Stream.of(classes), dependencies).toList();
    }
}
