package io.hopeit.maven;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Fails when the published document is not the committed one, and says where they differ. */
@Mojo(
        name = "openapi-diff",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public class OpenApiDiffMojo extends OpenApiMojo {
    private static final int MOST_LINES = 50;

    @Override
    void run(Path committed) throws IOException, InterruptedException, MojoFailureException {
        var differences = Differences.between(committed(committed), published());
        if (differences.isEmpty()) {
            getLog().info("OpenAPI: the published document is the committed one");
            return;
        }
        differences.stream().limit(MOST_LINES).forEach(getLog()::error);
        if (differences.size() > MOST_LINES) {
            getLog().error("and " + (differences.size() - MOST_LINES) + " more");
        }
        throw new MojoFailureException(("OpenAPI: the published document differs from %s in %d place(s), listed above"
                        + " (committed -> published). If that is meant, take it over with the goal hopeit:openapi-update.")
                .formatted(committed, differences.size()));
    }
}
