package io.hopeit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.toolchain.Toolchain;
import org.junit.jupiter.api.Test;

class JavaProgramTest {
    private static final Path HOME = Path.of("jdk-of-maven");

    @Test
    void isThatOfTheToolchain() throws IOException {
        assertThat(JavaProgram.find(new Jdk("jdk-25/bin/java"), 17, HOME)).isEqualTo(Path.of("jdk-25/bin/java"));
    }

    @Test
    void isThatOfMavenWithoutAToolchain() throws IOException {
        assertThat(JavaProgram.find(null, 21, HOME)).isEqualTo(Path.of("jdk-of-maven/bin/java"));
    }

    @Test
    void isThatOfMavenWhenTheToolchainHasNone() throws IOException {
        assertThat(JavaProgram.find(new Jdk(null), 21, HOME)).isEqualTo(Path.of("jdk-of-maven/bin/java"));
    }

    @Test
    void aMavenOnAnOlderJdkNeedsAToolchain() {
        assertThatThrownBy(() -> JavaProgram.find(null, 17, HOME))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("need JDK 21", "runs on JDK 17", "maven-toolchains-plugin");
    }

    private record Jdk(String java) implements Toolchain {
        @Override
        public String getType() {
            return "jdk";
        }

        @Override
        public String findTool(String toolName) {
            return java;
        }
    }
}
