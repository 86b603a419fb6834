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

    private static final String TABLES = """
            <!-- tables -->
            ### Consume
            `consume`, yesterday

            | 1 |

            ### Relay
            `relay`, yesterday

            | 2 |
            <!-- end of tables -->
            """;

    @Test
    void renewsOneSectionByTheNameBelowItsHeading() {
        assertThat(new Page(TABLES)
                        .withSection("tables", "consume", "### New\n`consume`, today\n\n| 3 |\n\n")
                        .text())
                .isEqualTo(TABLES.replace(
                        "### Consume\n`consume`, yesterday\n\n| 1 |", "### New\n`consume`, today\n\n| 3 |"));
    }

    @Test
    void putsASectionThatIsNewAtTheEnd() {
        assertThat(new Page(TABLES)
                        .withSection("tables", "lay", "### Lay\n`lay`, today\n")
                        .text())
                .endsWith("| 2 |\n### Lay\n`lay`, today\n<!-- end of tables -->\n");
    }

    @Test
    void renewsOneRowByItsName() {
        var page = new Page("<!-- goals -->\n| ratio |\n| `a.b` | 1 |\n| `a.b.c` | 2 |\n<!-- end of goals -->\n");

        assertThat(page.withRow("goals", "a.b", "| `a.b` | 3 |\n")
                        .withRow("goals", "d", "| `d` | 4 |\n")
                        .text())
                .isEqualTo(
                        "<!-- goals -->\n| ratio |\n| `a.b` | 3 |\n| `a.b.c` | 2 |\n| `d` | 4 |\n<!-- end of goals -->\n");
    }

    @Test
    void saysWhichPartIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Page("<!-- facts -->\n").with("facts", "new\n"))
                .withMessageContaining("'<!-- end of facts -->'");
    }
}
