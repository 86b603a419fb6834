package io.hopeit.sample.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others can use is written down, so that a change of it is seen by whoever reads the change. */
class ApiListingTest {
    private static final Path DOCS = Path.of("..", "docs", "api");
    private static final String RENEW = "mvn verify -pl sample-war -am -Dtest=ApiListingTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -DskipITs -Dhopeit.docs.update=true";

    @ParameterizedTest
    @CsvSource({
        "hopeit-mp-config, io.hopeit.config.SettingsReader",
        "hopeit-cdi, io.hopeit.App",
        "hopeit-jaxrs, io.hopeit.jaxrs.HttpRequest",
        "hopeit-streams, io.hopeit.streams.Publisher",
        "hopeit-basic-auth, io.hopeit.auth.Login",
        "hopeit-testing, io.hopeit.testing.HopeitTest",
        "hopeit-embedded-redis, io.hopeit.redis.embedded.EmbeddedRedis"
    })
    void thePublicTypesAndMembersAreThoseThatAreWrittenDown(String module, Class<?> member) throws IOException {
        var page = DOCS.resolve(module + ".txt");
        var listing = ApiListing.of(member);
        if (Boolean.getBoolean("hopeit.docs.update")) {
            Files.createDirectories(DOCS);
            Files.writeString(page, listing);
            return;
        }
        assertThat(listing)
                .as(
                        "the public API of %s is not what docs/api/%s.txt says. If that is meant, renew it, and commit it:%n%s%n",
                        module, module, RENEW)
                .isEqualTo(Files.exists(page) ? Files.readString(page) : "");
    }
}
