package io.hopeit.maven;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Replaces the committed OpenAPI document by the published one, if its version is another. For example:
 *
 * <pre>{@code
 * mvn process-classes hopeit:openapi-update
 * }</pre>
 */
@Mojo(name = "openapi-update", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public class OpenApiUpdateMojo extends OpenApiMojo {
    /** Takes over changes although {@code info.version} is still the same. */
    @Parameter(property = "hopeit.openapi.force", defaultValue = "false")
    boolean force;

    @Override
    void run(Path committed) throws IOException, InterruptedException, MojoFailureException {
        new DocumentGoals(this, committed).update(force);
    }
}
