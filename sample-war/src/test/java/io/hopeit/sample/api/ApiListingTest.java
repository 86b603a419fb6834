package io.hopeit.sample.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        var listing = ApiListing.of(member, hidden(module));
        if (Boolean.getBoolean("hopeit.docs.update")) {
            Files.createDirectories(DOCS);
            Files.writeString(page, listing);
            return;
        }
        var written = Files.exists(page) ? Files.readString(page) : "";
        assertThat(listing.equals(written) ? List.of() : changes(written, listing))
                .as(
                        "the public API of %s is not what docs/api/%s.txt says. If that is meant, renew it, and commit it:%n%s%n",
                        module, module, RENEW)
                .isEmpty();
    }

    private static Set<String> hidden(String module) {
        return ApiSources.of(module).stream()
                .filter(SourceType::isHidden)
                .map(SourceType::name)
                .collect(Collectors.toSet());
    }

    /** Lines that are gone, and lines that are new; at least that there are some. */
    private static List<String> changes(String before, String after) {
        var old = before.lines().toList();
        var now = after.lines().toList();
        return Stream.of(
                        Stream.of("changed:"),
                        old.stream().filter(line -> !now.contains(line)).map(line -> "- " + line.strip()),
                        now.stream().filter(line -> !old.contains(line)).map(line -> "+ " + line.strip()))
                .flatMap(lines -> lines)
                .toList();
    }
}
