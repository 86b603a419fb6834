package io.hopeit.maven;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Replaces the committed document by the published one, if its version is another. */
@Mojo(name = "openapi-update", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public class OpenApiUpdateMojo extends OpenApiMojo {
    /** Takes over changes although {@code info.version} is still the same. */
    @Parameter(property = "hopeit.openapi.force", defaultValue = "false")
    boolean force;

    @Override
    void run(Path committed) throws IOException, InterruptedException, MojoFailureException {
        var old = committed(committed);
        var published = published();
        var differences = Differences.between(old, published);
        if (differences.isEmpty()) {
            getLog().info("OpenAPI: nothing to update, the published document is the committed one");
            return;
        }
        if (old.version().equals(published.version()) && !force) {
            throw new MojoFailureException(("OpenAPI: the published document differs from %s in %d place(s), but its"
                            + " info.version is still %s. Raise the version of the application, or set"
                            + " hopeit.openapi.force to update it all the same.")
                    .formatted(committed, differences.size(), published.version()));
        }
        published.write(committed);
        getLog().info("OpenAPI: updated " + committed);
    }
}
