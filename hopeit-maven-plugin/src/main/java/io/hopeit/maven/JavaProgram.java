package io.hopeit.maven;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.toolchain.Toolchain;
import org.jspecify.annotations.Nullable;

/** The {@code java} program that applications are started with. */
final class JavaProgram {
    private static final int OLDEST = 21;

    private JavaProgram() {}

    /**
     * That of the build's JDK toolchain; without one, that of the JDK which Maven runs on.
     *
     * @throws IOException if that is too old
     */
    static Path find(@Nullable Toolchain toolchain, int mavensRelease, Path mavensHome) throws IOException {
        var program = toolchain == null ? null : toolchain.findTool("java");
        if (program != null) {
            return Path.of(program);
        }
        if (mavensRelease < OLDEST) {
            throw new IOException(
                    ("Applications need JDK %d, and Maven runs on JDK %d: let maven-toolchains-plugin select"
                                    + " a newer one, or start Maven on it.")
                            .formatted(OLDEST, mavensRelease));
        }
        return mavensHome.resolve("bin").resolve("java");
    }
}
