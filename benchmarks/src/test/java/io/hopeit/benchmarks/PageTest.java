package io.hopeit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void keepsWhatIsWrittenAroundAPart() {
        var page = new Page("Before.\n<!-- goals -->\nold\nolder\n<!-- end of goals -->\nAfter.\n");

        assertThat(page.with("goals", "new\n").text())
                .isEqualTo("Before.\n<!-- goals -->\nnew\n<!-- end of goals -->\nAfter.\n");
    }

    @Test
    void fillsAPartThatIsEmpty() {
        var page = new Page("<!-- facts -->\n<!-- end of facts -->\n");

        assertThat(page.with("facts", "new\n").text()).isEqualTo("<!-- facts -->\nnew\n<!-- end of facts -->\n");
    }

    @Test
    void saysWhichPartIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Page("<!-- facts -->\n").with("facts", "new\n"))
                .withMessageContaining("'<!-- end of facts -->'");
    }
}
