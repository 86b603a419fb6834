package io.hopeit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class WarIT {
    private static List<String> entries() throws Exception {
        try (var zip = new ZipFile(ServerKind.war().toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    @Test
    void theWarCarriesTheLibraryAndNothingThatAServerHas() throws Exception {
        assertThat(entries())
                .anyMatch(name -> name.startsWith("WEB-INF/lib/hopeit-jaxrs-"))
                .anyMatch(name -> name.startsWith("WEB-INF/lib/lettuce-core-"))
                .noneMatch(name -> name.matches("WEB-INF/lib/(helidon|weld|jakarta|microprofile|jersey|hibernate).*"))
                .noneMatch(name -> name.matches("WEB-INF/lib/netty-transport-(native|classes)-epoll.*"));
    }

    @Test
    void theEmbeddedRedisIsNoPartOfTheWar() throws Exception {
        assertThat(entries()).noneMatch(name -> name.contains("embedded-redis"));
    }
}
