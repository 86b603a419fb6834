package io.hopeit.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Writes the published document to the file that is to be committed. */
@Mojo(name = "openapi-create", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public class OpenApiCreateMojo extends OpenApiMojo {
    /** Replaces a file that is there already. */
    @Parameter(property = "hopeit.openapi.overwrite", defaultValue = "false")
    boolean overwrite;

    @Override
    void run(Path committed) throws IOException, InterruptedException, MojoFailureException {
        if (Files.exists(committed) && !overwrite) {
            throw new MojoFailureException("OpenAPI: " + committed + " is there already. Take over changes with the"
                    + " goal hopeit:openapi-update, or set hopeit.openapi.overwrite to replace it.");
        }
        published().write(committed);
        getLog().info("OpenAPI: created " + committed);
    }
}
