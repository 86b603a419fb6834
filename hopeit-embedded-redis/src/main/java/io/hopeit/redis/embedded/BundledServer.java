package io.hopeit.redis.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The server binaries inside the jar com.github.codemonstur:embedded-redis. */
final class BundledServer {
    static final String NEEDS = "(The bundled server for Linux on amd64 needs glibc 2.34 or newer and OpenSSL 3.)";

    private static final Map<String, String> RESOURCES = Map.of(
            "linux/amd64", "/redis-server-6.2.6-v5-linux-amd64",
            "linux/386", "/redis-server-6.2.7-linux-386",
            "linux/arm64", "/redis-server-6.2.7-linux-arm64",
            "darwin/amd64", "/redis-server-6.2.6-v5-darwin-amd64",
            "darwin/arm64", "/redis-server-6.2.6-v5-darwin-arm64",
            "windows/amd64", "/redis-server-5.0.14.1-windows-amd64.exe");

    private BundledServer() {}

    /** Unpacks the one for this machine. */
    static Path unpack(Path directory) throws IOException {
        String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        String resource = RESOURCES.getOrDefault(platform, "/none");
        try (InputStream binary = BundledServer.class.getResourceAsStream(resource)) {
            if (binary == null) {
                throw new IllegalStateException("Redis did not start: no server is bundled for %s. %s"
                        .formatted(platform, ServerBinary.WHAT_TO_DO));
            }
            return write(binary, directory.resolve(resource.endsWith(".exe") ? "redis-server.exe" : "redis-server"));
        }
    }

    private static Path write(InputStream binary, Path file) throws IOException {
        Files.copy(binary, file);
        if (!file.toFile().setExecutable(true, true)) {
            throw new IOException("cannot make " + file + " executable");
        }
        return file;
    }

    /** {@code linux/amd64} and the like, in the words of the resource names; anything unknown as the JVM calls it. */
    static String platform(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : os;
        String machine =
                switch (osArch.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "amd64";
                    case "x86", "i386", "i486", "i586", "i686" -> "386";
                    case "aarch64", "arm64" -> "arm64";
                    default -> osArch;
                };
        return system + "/" + machine;
    }
}
