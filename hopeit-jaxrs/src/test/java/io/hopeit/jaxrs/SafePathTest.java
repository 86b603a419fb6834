package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {
    @TempDir
    Path directory;

    private Path base;

    @BeforeEach
    void makeBase() throws IOException {
        base = Files.createDirectory(directory.resolve("base"));
    }

    private void assertRefused(String name) {
        assertThatThrownBy(() -> SafePath.within(base, name))
                .isInstanceOfSatisfying(
                        RequestException.class,
                        e -> assertThat(e.getResponse().getStatus()).isEqualTo(400))
                .hasMessageNotContaining(directory.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "hopeit-iso.png", "2026/11/21/05/t1.json", ".hidden", "a..b", "%2e%2e%2fx", "console", "a b"
            })
    void aNameIsAFileBelowTheDirectory(String name) {
        assertThat(SafePath.within(base, name)).isEqualTo(base.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../x",
                "../../etc/passwd",
                "a/../../x",
                "a/..",
                "a/./b",
                "/etc/passwd",
                "//x",
                "a//b",
                "a/",
                "\\x",
                "..\\x",
                "a\\b",
                "C:",
                "C:x",
                "x:stream",
                "a\0.png",
                "a\nb",
                "a\u007f",
                "a.",
                "a ",
                "CON",
                "con.txt",
                "a/NUL",
                "Com1.log",
                "LPT¹",
                "nul .txt"
            })
    void aNameThatCouldLeaveItOrMeanAnotherFileIsRefused(String name) {
        assertRefused(name);
    }

    @Test
    void aLongNameIsRefused() {
        assertThat(SafePath.within(base, "x".repeat(255))).hasFileName("x".repeat(255));
        assertRefused("x".repeat(256));
        assertRefused("ü".repeat(128));
    }

    @Test
    void aLinkThatLeadsOutIsRefused() throws IOException {
        Files.writeString(directory.resolve("secret"), "");
        Files.createSymbolicLink(base.resolve("file"), directory.resolve("secret"));
        Files.createSymbolicLink(base.resolve("dir"), directory);
        Files.createSymbolicLink(base.resolve("dangling"), directory.resolve("none"));
        Files.createSymbolicLink(base.resolve("loop"), base.resolve("loop"));

        assertRefused("file");
        assertRefused("dir/new");
        assertRefused("dangling");
        assertRefused("loop");
    }

    @Test
    void aLinkThatStaysInsideIsFollowed() throws IOException {
        Files.createDirectory(base.resolve("dir"));
        Files.createSymbolicLink(base.resolve("link"), base.resolve("dir"));

        assertThat(SafePath.within(base, "link/x")).isEqualTo(base.resolve("link/x"));
    }

    @Test
    void theDirectoryItselfMayBeALink() throws IOException {
        var link = Files.createSymbolicLink(directory.resolve("link"), base);
        Files.writeString(base.resolve("x"), "");

        assertThat(SafePath.within(link, "x")).hasContent("");
    }

    @Test
    void aDirectoryBesideWithTheSameBeginningIsOutside() throws IOException {
        Files.createDirectory(directory.resolve("base-2"));
        Files.createSymbolicLink(base.resolve("dir"), directory.resolve("base-2"));

        assertRefused("dir/x");
    }
}
