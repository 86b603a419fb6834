package io.hopeit.maven;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fails when the published AsyncAPI document is not the committed one, and says where they differ. For example:
 *
 * <pre>{@code
 * mvn process-classes hopeit:asyncapi-diff
 * }</pre>
 */
@Mojo(
        name = "asyncapi-diff",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public class AsyncApiDiffMojo extends AsyncApiMojo {
    @Override
    void run(Path committed) throws IOException, InterruptedException, MojoFailureException {
        new DocumentGoals(this, committed).diff();
    }
}
