package io.hopeit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.testing.ratings.AverageRating;
import org.junit.jupiter.api.Test;

/** Events of plugins, which an application has when it lists them. */
@HopeitTest(AverageRating.class)
class PluginsTest {
    @Test
    void anEventOfAPluginIsOneOfTheApplication(TestApp app) {
        var run = app.run(AverageRating.class);

        assertThat(run.status()).isEqualTo(200);
        assertThat(run.header("X-Event-App")).contains("shop.1x0");
    }
}
