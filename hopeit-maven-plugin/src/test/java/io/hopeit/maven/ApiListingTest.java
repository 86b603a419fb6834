package io.hopeit.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Goals and their parameters are written down, so that a change of them is seen by whoever reads the change. */
class ApiListingTest {
    private static final Path PAGE = Path.of("..", "docs", "api", "hopeit-maven-plugin.txt");
    private static final String RENEW = "mvn verify -pl hopeit-maven-plugin -am -Dtest=ApiListingTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dhopeit.docs.update=true";

    @Test
    void theGoalsAndParametersAreThoseThatAreWrittenDown() throws Exception {
        var listing = GoalListing.of(Path.of("target", "classes", "META-INF", "maven", "plugin.xml"));
        if (Boolean.getBoolean("hopeit.docs.update")) {
            Files.writeString(PAGE, listing);
        }
        assertThat(PAGE)
                .as("the goals are not what docs/api says. If that is meant, renew it, and commit it:%n%s%n", RENEW)
                .hasContent(listing);
    }

    @Test
    void everyGoalAndParameterSaysWhatItIsFor() throws Exception {
        assertThat(GoalListing.of(Path.of("target", "classes", "META-INF", "maven", "plugin.xml")))
                .doesNotContainPattern("(?m):$");
    }
}
