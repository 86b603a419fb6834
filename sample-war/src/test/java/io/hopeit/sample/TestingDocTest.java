package io.hopeit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guide to tests shows is code that runs. */
class TestingDocTest {
    private static final Path DOC = Path.of("../docs/testing.md");
    private static final List<Path> CODE =
            List.of(Path.of("src/test/java"), Path.of("../hopeit-testing/src/test/java"));
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void eachBlockIsPartOfATest() throws IOException {
        var code = sources();
        var blocks = BLOCK.matcher(Files.readString(DOC))
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(blocks).hasSizeGreaterThan(4);
        assertThat(blocks).allSatisfy(block -> {
            var text =
                    plain(block.lines().filter(line -> !line.startsWith("```")).collect(Collectors.joining("\n")));
            assertThat(code).as(block).anyMatch(source -> source.contains(text));
        });
    }

    private static List<String> sources() throws IOException {
        var sources = new ArrayList<String>();
        for (Path root : CODE) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> sources.add(plain(read(file))));
            }
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without what a reader does not see: how far it is indented, and empty lines. */
    private static String plain(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
