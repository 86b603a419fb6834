package io.hopeit.maven;

import java.io.File;
import java.net.URI;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of the goals for the OpenAPI document. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields
abstract class OpenApiMojo extends DocumentMojo {
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

    /** How many seconds to wait for the document, the start of the application included. */
    @Parameter(property = "hopeit.openapi.timeout", defaultValue = "60", required = true)
    int timeout;

    /** Leaves out this goal. */
    @Parameter(property = "hopeit.openapi.skip", defaultValue = "false")
    boolean skip;

    @Override
    final DocumentKind kind() {
        return DocumentKind.OPENAPI;
    }

    @Override
    final Settings settings() {
        return new Settings(file, url, mainClass, timeout, skip);
    }
}
