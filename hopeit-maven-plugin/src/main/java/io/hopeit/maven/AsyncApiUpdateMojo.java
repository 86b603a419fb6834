package io.hopeit.maven;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Replaces the committed AsyncAPI document by the published one, if its version is another. For example:
 *
 * <pre>{@code
 * mvn process-classes hopeit:asyncapi-update
 * }</pre>
 */
@Mojo(name = "asyncapi-update", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public class AsyncApiUpdateMojo extends AsyncApiMojo {
    /** Takes over changes although {@code info.version} is still the same. */
    @Parameter(property = "hopeit.asyncapi.force", defaultValue = "false")
    boolean force;

    @Override
    void run(Path committed) throws IOException, InterruptedException, MojoFailureException {
        new DocumentGoals(this, committed).update(force);
    }
}
