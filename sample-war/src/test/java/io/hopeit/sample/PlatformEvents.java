package io.hopeit.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The events of {@code io.hopeit.sample.platform} as a jar, which tests add to the sample. */
final class PlatformEvents {
    private static final String PACKAGE = "io/hopeit/sample/platform";
    private static final String BEANS = "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
            + " bean-discovery-mode=\"annotated\"/>";

    private PlatformEvents() {}

    static Path jar() throws IOException {
        var jar = Files.createTempFile(ServerKind.TARGET, "platform-events-", ".jar");
        var classes = ServerKind.TARGET.resolve("test-classes").resolve(PACKAGE);
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.list(classes)) {
            out.putNextEntry(new JarEntry("META-INF/beans.xml"));
            out.write(BEANS.getBytes(UTF_8));
            for (Path file : files.toList()) {
                out.putNextEntry(new JarEntry(PACKAGE + "/" + file.getFileName()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    /** The WAR with the jar in it, and what it needs of a server. */
    static Path deploy(Path war, Path jar, Path server) throws IOException {
        var overrides = Files.createDirectories(server.resolve("configDropins/overrides"));
        Files.copy(ServerKind.TARGET.resolve("../src/test/liberty/platform.xml"), overrides.resolve("platform.xml"));
        var extended = Files.copy(war, server.resolve("extended.war"));
        try (var files = FileSystems.newFileSystem(extended)) {
            Files.copy(jar, files.getPath("WEB-INF/lib/platform-events.jar"));
        }
        return extended;
    }
}
