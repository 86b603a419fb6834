package io.hopeit.config;

import static org.assertj.core.api.Assertions.assertThat;

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
        var part = KeyReference.of(SettingsReader.GROUPS) + KeyReference.ofOtherMembers();
        var renewed = KeyReference.renew(page, "hopeit-mp-config", part);
        if (Boolean.getBoolean("hopeit.docs.update")) {
            Files.writeString(PAGE, renewed);
        } else {
            assertThat(page)
                    .as("docs/configuration.md is out of date; run this test with -Dhopeit.docs.update=true")
                    .isEqualTo(renewed);
        }
    }

    @Test
    void eachMemberHasAKeyThatExists() {
        var keys = SettingsReader.GROUPS.stream()
                .flatMap(group -> group.prefixes().stream()
                        .flatMap(prefix -> group.keys().stream().map(key -> prefix + "." + key.name())))
                .toList();

        assertThat(keys)
                .containsAll(
                        Members.ALL.stream().flatMap(m -> m.keys().stream()).toList());
    }

    @Test
    void aModulesPartOfThePageIsRenewedAndTheRestIsKept() {
        var key = new Key<>("colour", Kind.name(), "red", "what it looks like");
        var group = new KeyGroup("Paint", "For walls.", List.of("hopeit.paint"), List.of(key));
        var page = KeyReference.renew("# Page\n", "paint", "old\n");

        assertThat(KeyReference.renew(page, "paint", KeyReference.of(List.of(group))))
                .isEqualTo("""
                # Page

                <!-- generated for paint: begin -->
                ## Paint
                `hopeit.paint.*`. For walls.

                | key | value | default | says | in hopeit.engine's configuration |
                |---|---|---|---|---|
                | `hopeit.paint.colour` | a name of letters and digits, joined by . - or _ | `red` | what it looks like |  |
                <!-- generated for paint: end -->
                """);
    }
}
