package io.hopeit.maven;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes the published AsyncAPI document to the file that is to be committed. For example:
 *
 * <pre>{@code
 * mvn process-classes hopeit:asyncapi-create
 * }</pre>
 */
@Mojo(name = "asyncapi-create", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public class AsyncApiCreateMojo extends AsyncApiMojo {
    /** Replaces a file that is there already. */
    @Parameter(property = "hopeit.asyncapi.overwrite", defaultValue = "false")
    boolean overwrite;

    @Override
    void run(Path committed) throws IOException, InterruptedException, MojoFailureException {
        new DocumentGoals(this, committed).create(overwrite);
    }
}
