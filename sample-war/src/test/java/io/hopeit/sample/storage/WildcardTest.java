package io.hopeit.sample.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
    @ParameterizedTest
    @CsvSource({
        "*, abc, true",
        "a*, abc, true",
        "*c, abc, true",
        "a*c, abc, true",
        "a?c, abc, true",
        "a?c, ac, false",
        "b*, abc, false",
        "abc, abc, true",
        "abc*, abc, true",
        "*, 2026/x, false",
        "2026/*, 2026/x, true",
        "2026/*, 2026/11/x, false",
        "2026/*/x*, 2026/11/xyz, true",
        "*/*/x, a/b/x, true",
        "a*b*c, a1b2b3c, true",
        "a*b*c, a*c, false",
        "a?b, a/b, false"
    })
    void starsAndQuestionMarksStandForWhatIsNoSlash(String pattern, String name, boolean matches) {
        assertThat(new Wildcard(pattern).matches(name)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"30, 3000"})
    void aPatternOfManyStarsTakesNoTime(int stars, int length) {
        assertThat(new Wildcard("*a".repeat(stars) + "*b").matches("a".repeat(length)))
                .isFalse();
    }
}
