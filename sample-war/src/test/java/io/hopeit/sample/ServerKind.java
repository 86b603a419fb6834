package io.hopeit.sample;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server that runs the sample, as {@code mvn -Prun} and {@code mvn -Pliberty} start it: with a Redis if there is none. */
enum ServerKind {
    HELIDON {
        @Override
        List<String> arguments(List<Path> more) throws IOException {
            var classes = Stream.concat(Stream.of(TARGET.resolve("classes")), more.stream());
            return List.of(
                    "-cp",
                    classes.map(Path::toString).collect(Collectors.joining(File.pathSeparator))
                            + File.pathSeparator
                            + classPath(),
                    MAIN,
                    "io.helidon.microprofile.cdi.Main");
        }

        @Override
        Map<String, String> environment(Path home, List<Path> more) {
            return Map.of();
        }
    },
    /** Helidon, as {@code java -jar} starts it from {@code target/distribution}. */
    DISTRIBUTION {
        @Override
        List<String> arguments(List<Path> more) throws IOException {
            try (var files = Files.list(TARGET.resolve("distribution"))) {
                var jar = files.filter(file -> file.toString().endsWith("-application.jar"))
                        .findFirst()
                        .orElseThrow();
                return List.of("-jar", jar.toString());
            }
        }

        @Override
        Map<String, String> environment(Path home, List<Path> more) {
            return Map.of();
        }
    },
    LIBERTY {
        @Override
        List<String> arguments(List<Path> more) throws IOException {
            var redis = Arrays.stream(classPath().split(File.pathSeparator))
                    .filter(entry -> entry.contains("embedded-redis") || entry.contains("jspecify"))
                    .collect(Collectors.joining(File.pathSeparator));
            var options = new ArrayList<String>();
            options.add("@" + LIBERTY_HOME.resolve("lib/platform/java/java24.options"));
            options.add("-javaagent:" + LIBERTY_HOME.resolve("bin/tools/ws-javaagent.jar"));
            options.addAll(
                    List.of("-cp", redis + File.pathSeparator + LIBERTY_HOME.resolve("bin/tools/ws-server.jar")));
            options.addAll(List.of(MAIN, "com.ibm.ws.kernel.boot.cmdline.EnvCheck", "defaultServer"));
            return options;
        }

        @Override
        Map<String, String> environment(Path home, List<Path> more) throws IOException {
            var server = Files.createDirectories(home.resolve("servers/defaultServer"));
            Files.copy(TARGET.resolve("../src/main/liberty/config/server.xml"), server.resolve("server.xml"));
            var war = more.isEmpty() ? war() : PlatformEvents.deploy(war(), more.getFirst(), server);
            return Map.of("WLP_USER_DIR", home.toString(), "SAMPLE_WAR", war.toString());
        }
    };

    static final Path TARGET = Path.of(System.getProperty("sample.target"));

    private static final Path LIBERTY_HOME = Path.of(System.getProperty("sample.liberty"));
    private static final String MAIN = "io.hopeit.redis.embedded.Main";

    /** The one that tests ask. */
    static ServerKind current() {
        return valueOf(System.getProperty("sample.server").toUpperCase(Locale.ROOT));
    }

    /** What comes after the options of the JVM, with a jar of further events, or none. */
    abstract List<String> arguments(List<Path> more) throws IOException;

    /** What the process finds in its environment; {@code home} is for the server's own files. */
    abstract Map<String, String> environment(Path home, List<Path> more) throws IOException;

    private static String classPath() throws IOException {
        return Files.readString(TARGET.resolve("run.classpath")).strip();
    }

    static Path war() {
        try (var files = Files.list(TARGET)) {
            return files.filter(file -> file.toString().endsWith(".war"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
