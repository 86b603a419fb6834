package io.hopeit.maven;

import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes a new project in a folder below the current one: an application with an event for requests and one for messages,
 * their tests, and what is needed to build and start it. For example:
 *
 * <pre>{@code
 * mvn io.hopeit:hopeit-maven-plugin:VERSION:create -Dname=shop -Dpackage=com.acme.shop
 * }</pre>
 */
@Mojo(name = "create", requiresProject = false, aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public class CreateMojo extends AbstractMojo {
    /** The project's name, also the application's, and that of the folder: {@code shop}, {@code web-shop}. */
    @Parameter(property = "name", defaultValue = "")
    String name = "";

    /** The package of its classes: {@code com.acme.shop}. */
    @Parameter(property = "package", defaultValue = "")
    String packageName = "";

    /** Where the folder is made. */
    @Parameter(property = "directory", defaultValue = "${session.executionRootDirectory}", required = true)
    File directory;

    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    String version;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        var folder = new File(directory, name);
        try {
            new NewProject(name, packageName, version).write(folder.toPath());
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException("create: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("create: %s cannot be written: %s".formatted(folder, e), e);
        }
        getLog().info("There is a new project in " + folder + ". Next:");
        getLog().info("");
        getLog().info("  cd " + name);
        getLog().info("  mvn verify   # builds it and runs its tests");
        getLog().info("  mvn -Prun    # starts it, http://localhost:8080, with an embedded Redis");
        getLog().info("");
    }
}
