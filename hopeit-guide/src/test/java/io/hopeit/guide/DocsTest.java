package io.hopeit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java that a document shows is part of code that runs. */
class DocsTest {
    /** Code that tests run. */
    private static final List<String> CODE = List.of(
            "hopeit-guide/src/test/java",
            "hopeit-testing/src/test/java",
            "hopeit-maven-plugin/src/main/resources/new-project/src",
            "sample-war/src/main/java",
            "sample-war/src/test/java");

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    static Stream<Path> documents() throws IOException {
        var ours = Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Pages.ROOT::resolve);
        return Stream.concat(ours, Pages.files(Pages.ROOT.resolve("docs"), ".md"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void eachBlockOfJavaIsCodeThatRuns(Path document) throws IOException {
        var code = sources();
        var blocks = BLOCK.matcher(Files.readString(document)).results().map(block -> block.group(1));

        assertThat(blocks)
                .allSatisfy(block -> assertThat(code).as(block).anyMatch(source -> source.contains(plain(block))));
    }

    @Test
    void theGuideShowsCode() throws IOException {
        var blocks = Pages.files(Pages.ROOT.resolve("docs/guide"), ".md")
                .flatMap(file -> BLOCK.matcher(Pages.read(file)).results());
        assertThat(blocks).hasSizeGreaterThan(20);
    }

    private static List<String> sources() throws IOException {
        return CODE.stream()
                .map(Pages.ROOT::resolve)
                .flatMap(root -> Pages.files(root, ".java"))
                .map(file -> plain(Pages.read(file)))
                .toList();
    }

    /** Without what a reader does not see: how far it is indented, and empty lines. */
    private static String plain(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
