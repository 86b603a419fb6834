package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {
    private final FailedLogins failures = new FailedLogins();

    private void fail(String name, int times) {
        IntStream.range(0, times).forEach(i -> failures.failed(name));
    }

    private static List<String> warnings(Runnable work) {
        try (var warnings = new Warnings()) {
            work.run();
            return List.copyOf(warnings.texts());
        }
    }

    @Test
    void eachFiveInARowAreAWarning() {
        assertThat(warnings(() -> fail("ada", 4))).isEmpty();
        assertThat(warnings(() -> fail("ada", 6)))
                .containsExactly(
                        "5 wrong passwords in a row for the name \"ada\"",
                        "10 wrong passwords in a row for the name \"ada\"");
    }

    @Test
    void aRightPasswordEndsTheRow() {
        assertThat(warnings(() -> {
                    fail("ada", 4);
                    failures.succeeded("ada");
                    fail("ada", 4);
                }))
                .isEmpty();
    }

    @Test
    void namesAreCountedEachForItself() {
        assertThat(warnings(() -> {
                    fail("ada", 4);
                    fail("bob", 4);
                }))
                .isEmpty();
    }

    @Test
    void aNameInTheLogIsShortAndControlsNothing() {
        assertThat(warnings(() -> fail("a\u2028\u202eb\r\n" + "x".repeat(500), 5)))
                .containsExactly("5 wrong passwords in a row for the name \"a??b??" + "x".repeat(58) + "\"");
    }

    @Test
    void aThousandNamesAreRemembered() {
        fail("ada", 4);
        IntStream.range(0, 1000).forEach(i -> fail("name" + i, 1));

        assertThat(warnings(() -> fail("ada", 1))).isEmpty();
    }
}
