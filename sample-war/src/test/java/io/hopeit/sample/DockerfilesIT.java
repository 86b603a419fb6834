package io.hopeit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The images are not built here, but what they are made of is there. */
class DockerfilesIT {
    private static final Path ROOT = ServerKind.TARGET.resolve("../..").normalize();

    private static List<String> lines(String server, String instruction) throws IOException {
        try (var lines = Files.lines(ROOT.resolve("deploy/Dockerfile." + server))) {
            return lines.filter(line -> line.startsWith(instruction + " ")).toList();
        }
    }

    /** What one of them copies: all words but the instruction, its options and the place in the image. */
    private static List<String> sources(String copy) {
        var words = Arrays.stream(copy.split(" +", -1))
                .filter(word -> !word.startsWith("--"))
                .toList();
        return words.subList(1, words.size() - 1);
    }

    private static List<Path> found(String pattern) throws IOException {
        var source = ROOT.resolve(pattern);
        try (Stream<Path> files = Files.list(source.getParent())) {
            var matcher = source.getFileSystem().getPathMatcher("glob:" + source);
            return files.filter(matcher::matches).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"helidon", "liberty"})
    void eachFileThatIsCopiedIsMadeByTheBuildAndIsTheOnlyOne(String server) throws Exception {
        assertThat(lines(server, "COPY")).hasSize(2).allSatisfy(copy -> assertThat(sources(copy))
                .allSatisfy(
                        source -> assertThat(found(source)).describedAs(copy).hasSize(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"helidon", "liberty"})
    void whatIsCopiedIsNotLeftOutOfTheContextOfTheBuild(String server) throws Exception {
        var kept = Files.readAllLines(ROOT.resolve(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();

        assertThat(lines(server, "COPY")).flatExtracting(DockerfilesIT::sources).allMatch(source -> kept.stream()
                .anyMatch(source::startsWith));
    }

    @Test
    void whatHelidonStartsHasItsLibrariesBesideIt() throws Exception {
        var jar = found("sample-war/target/distribution/*-application.jar").getFirst();
        try (var opened = new JarFile(jar.toFile())) {
            var libraries = opened.getManifest().getMainAttributes().getValue("Class-Path");
            assertThat(libraries.split(" ", -1)).hasSizeGreaterThan(50).allSatisfy(library -> assertThat(
                            jar.resolveSibling(library))
                    .exists());
        }
    }

    @Test
    void theImageOfLibertyIsOfTheTestedVersion() throws Exception {
        var version = System.getProperty("sample.liberty.version");
        assertThat(lines("liberty", "FROM"))
                .singleElement()
                .asString()
                .startsWith("FROM icr.io/appcafe/open-liberty:" + version + "-full-java21-");
    }
}
