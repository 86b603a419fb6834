package io.hopeit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionsTest {
    @Test
    void areThoseOfTheFilesThatAreThere() {
        var versions = new Versions(
                "/a/target/hopeit-streams-0.1.0-SNAPSHOT.jar:/r/lettuce-core-7.7.0.RELEASE.jar:/r/jedis-8.0.2.jar:/r/jedis-x.jar");

        assertThat(versions.text()).isEqualTo("hopeit 0.1.0-SNAPSHOT, Lettuce 7.7.0.RELEASE, Jedis 8.0.2");
    }
}
