package io.hopeit.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;

/**
 * A local repository of Maven in {@code target}, as it is after {@code mvn install}: this build's modules are copied into
 * it. All else is that of whoever builds, by links, so that nothing is downloaded again.
 */
record LocalRepository(Path path) {
    private static final String VERSION = System.getProperty("guide.version");
    private static final Path BUILD = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> JARS = List.of(
            "hopeit-maven-plugin",
            "hopeit-mp-config",
            "hopeit-cdi",
            "hopeit-jaxrs",
            "hopeit-embedded-redis",
            "hopeit-streams",
            "hopeit-basic-auth",
            "hopeit-testing");
    private static final List<String> POMS = List.of("hopeit-bom", "hopeit-helidon", "hopeit-app");

    static LocalRepository create(Path path) throws IOException {
        var repository = new LocalRepository(path.toAbsolutePath());
        var original = Path.of(System.getProperty("guide.local-repository"));
        link(original, repository.path, Set.of("io", "org"));
        link(original.resolve("io"), repository.path.resolve("io"), Set.of("hopeit"));
        link(original.resolve("org"), repository.path.resolve("org"), Set.of("example"));
        repository.install();
        return repository;
    }

    /** Links all but some, below which something is installed. */
    private static void link(Path from, Path to, Set<String> exceptions) throws IOException {
        if (Files.isSymbolicLink(to)) {
            Files.delete(to); // of an earlier run, with other exceptions
        }
        Files.createDirectories(to);
        try (var children = Files.newDirectoryStream(
                from, child -> !exceptions.contains(child.getFileName().toString()))) {
            for (var child : children) {
                var link = to.resolve(child.getFileName());
                if (Files.isSymbolicLink(link)) {
                    Files.delete(link); // of an earlier run, which may have had another repository
                }
                if (Files.notExists(link)) {
                    Files.createSymbolicLink(link, child.toRealPath());
                }
            }
        }
    }

    private void install() throws IOException {
        copy(BUILD.resolve("pom.xml"), "hopeit-parent", "pom");
        for (var module : POMS) {
            copy(BUILD.resolve(module).resolve("pom.xml"), module, "pom");
        }
        for (var module : JARS) {
            var folder = BUILD.resolve(module);
            copy(folder.resolve("pom.xml"), module, "pom");
            copy(folder.resolve("target/%s-%s.jar".formatted(module, VERSION)), module, "jar");
        }
    }

    private void copy(Path file, String module, String type) throws IOException {
        var folder = Files.createDirectories(
                path.resolve("io/hopeit").resolve(module).resolve(VERSION));
        var name = "%s-%s.%s".formatted(module, VERSION, type);
        Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
