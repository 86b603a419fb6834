package io.hopeit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links in all pages of the repository lead to a file that is there, and to a heading that it has. */
class LinksTest {
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\n]*`");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    static Stream<Path> pages() {
        return Pages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachLinkLeadsSomewhere(Path page) throws IOException {
        var links = LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""))
                .results()
                .filter(link -> !link.group(1).contains(":"))
                .toList();

        for (var link : links) {
            var target = link.group(1).isEmpty()
                    ? page
                    : page.resolveSibling(link.group(1)).normalize();
            assertThat(target).as(link.group()).exists();
            if (link.group(2) != null) {
                assertThat(headings(target)).as(link.group()).contains(link.group(2));
            }
        }
    }

    @Test
    void thereArePages() {
        assertThat(pages()).hasSizeGreaterThan(50);
    }

    /** As GitHub names them; one that is there again has a number. */
    private static Set<String> headings(Path page) throws IOException {
        var names = new HashSet<String>();
        HEADING.matcher(FENCED.matcher(Files.readString(page)).replaceAll(""))
                .results()
                .forEach(heading -> {
                    var name = heading.group(1)
                            .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                            .strip()
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\w\\- ]", "")
                            .replace(' ', '-');
                    var unique = name;
                    for (int number = 1; !names.add(unique); number++) {
                        unique = name + "-" + number;
                    }
                });
        return names;
    }
}
