package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.config.KeyReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");

    @Test
    void thePageIsWhatTheKeysSay() throws IOException {
        var page = Files.readString(PAGE);
        var part = KeyReference.of(List.of(AuthKeys.GROUP, AuthKeys.OfUser.GROUP));
        var renewed = KeyReference.renew(page, "hopeit-basic-auth", part);
        if (Boolean.getBoolean("hopeit.docs.update")) {
            Files.writeString(PAGE, renewed);
        } else {
            assertThat(page)
                    .as("docs/configuration.md is out of date; run this test with -Dhopeit.docs.update=true")
                    .isEqualTo(renewed);
        }
    }
}
