package io.hopeit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages say by which tests something is shown: {@code KillTest}, or {@code KillTest.aRolling…} of it. */
class NamedTestsTest {
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*(?:Test|IT|Contract))(?:\\.(\\w+)(…?))?(?=`|,|…)");

    private static Map<String, String> tests = Map.of();

    /** All of them, by their names. */
    @BeforeAll
    static void read() {
        tests = Pages.files(Pages.ROOT, ".java")
                .filter(file -> file.toString().matches(".*/src/test/java/.*(Test|IT|Contract)\\.java"))
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""), Pages::read, String::concat));
    }

    static Stream<Path> pages() {
        return Pages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachTestThatIsNamedIsThere(Path page) {
        for (var name : NAME.matcher(Pages.read(page)).results().toList()) {
            assertThat(tests).containsKey(name.group(1));
            if (name.group(2) != null) {
                assertThat(tests.get(name.group(1)))
                        .as(name.group())
                        .containsPattern(
                                "void " + name.group(2) + (name.group(3).isEmpty() ? "\\(" : "\\w*\\("));
            }
        }
    }
}
