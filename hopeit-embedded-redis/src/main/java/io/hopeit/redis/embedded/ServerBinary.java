package io.hopeit.redis.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An executable Redis server, {@code bundled} if it was unpacked from the class path. */
record ServerBinary(Path file, boolean bundled) {
    static final String WHAT_TO_DO =
            "Install redis-server 6.2 or newer, or set HOPEIT_REDIS_URI to a server of your own.";
    private static final String BUNDLED = "bundled";
    private static final int OLDEST_MAJOR = 6;
    private static final int OLDEST_MINOR = 2;

    /** The forced one, else an installed one that is new enough, else the bundled one, which is unpacked into the directory. */
    static ServerBinary choose(Path directory) throws IOException {
        return choose(System.getProperty(EmbeddedRedis.BINARY_PROPERTY), SearchPath.ofSystem(), directory);
    }

    static ServerBinary choose(@Nullable String forced, SearchPath path, Path directory) throws IOException {
        if (forced != null && !forced.isBlank() && !forced.equals(BUNDLED)) {
            return new ServerBinary(executable(forced), false);
        }
        if (!BUNDLED.equals(forced)) {
            for (String name : List.of("redis-server", "valkey-server")) {
                Optional<Path> installed = path.find(name).filter(ServerBinary::isNewEnough);
                if (installed.isPresent()) {
                    return new ServerBinary(installed.get(), false);
                }
            }
        }
        return new ServerBinary(BundledServer.unpack(directory), true);
    }

    /** An older one has no XAUTOCLAIM, and messages of the dead would stay where they are; on Windows the bundled one is older still. */
    private static boolean isNewEnough(Path file) {
        return File.separatorChar == '\\' || !new ServerVersion(file).isBefore(OLDEST_MAJOR, OLDEST_MINOR);
    }

    private static Path executable(String forced) {
        Path file = Path.of(forced).toAbsolutePath();
        if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
            throw new IllegalStateException(
                    "Redis did not start: %s, which system property %s names, is not an executable file. %s"
                            .formatted(file, EmbeddedRedis.BINARY_PROPERTY, WHAT_TO_DO));
        }
        return file;
    }

    String name() {
        return String.valueOf(file.getFileName()).replaceFirst("\\.exe$", "");
    }

    String origin() {
        return bundled ? BUNDLED : file.toString();
    }

    /** What to do when it does not run. */
    String advice() {
        return bundled ? WHAT_TO_DO + " " + BundledServer.NEEDS : WHAT_TO_DO;
    }
}
