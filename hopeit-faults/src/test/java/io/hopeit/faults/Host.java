package io.hopeit.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What instances of the application run on: a container alone, or one of the servers; {@code -Dfaults.host} says which. */
enum Host {
    /** Weld, without a server: what most scenes need, and quick to start. */
    WELD {
        @Override
        List<String> arguments(List<Class<?>> events) {
            var arguments = new ArrayList<>(List.of(
                    "-XX:+UseSerialGC",
                    "-Xmx128m",
                    LOGGING,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Pod.class.getName()));
            events.forEach(event -> arguments.add(event.getName()));
            return arguments;
        }

        @Override
        int times(int usually) {
            return usually;
        }
    },
    HELIDON {
        @Override
        List<String> arguments(List<Class<?>> events) throws IOException {
            return List.of(
                    "-XX:+UseSerialGC",
                    "-Xmx128m",
                    LOGGING,
                    "-Dserver.host=127.0.0.1",
                    "-Dserver.port=0",
                    "-cp",
                    Deployable.jar(events) + File.pathSeparator + Deployable.line("helidon.classpath"),
                    "io.helidon.microprofile.cdi.Main");
        }
    },
    LIBERTY {
        @Override
        List<String> arguments(List<Class<?>> events) {
            var home = Path.of(System.getProperty("faults.liberty"));
            return List.of(
                    "-Xmx192m",
                    "@" + home.resolve("lib/platform/java/java24.options"),
                    "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
                    "-cp",
                    home.resolve("bin/tools/ws-server.jar").toString(),
                    "com.ibm.ws.kernel.boot.cmdline.EnvCheck",
                    "defaultServer");
        }

        @Override
        Map<String, String> environment(Path directory, List<Class<?>> events) throws IOException {
            var server = Files.createDirectories(directory.resolve("servers/defaultServer"));
            Files.copy(Path.of("src/test/liberty/server.xml"), server.resolve("server.xml"));
            return Map.of(
                    "WLP_USER_DIR",
                    directory.toString(),
                    "FAULTS_WAR",
                    Deployable.war(events).toString());
        }

        @Override
        Duration stop() {
            return Duration.ofSeconds(10);
        }
    };

    /** The tag of scenes that run on each of them, and not only without a server. */
    static final String ANY = "any-host";

    private static final String LOGGING = "-Djava.util.logging.config.file="
            + Path.of("src/test/resources/pod-logging.properties").toAbsolutePath();

    static Host current() {
        return valueOf(System.getProperty("faults.host", "weld").toUpperCase(Locale.ROOT));
    }

    /** What comes after the options of the JVM that all have. */
    abstract List<String> arguments(List<Class<?>> events) throws IOException;

    /** What the process finds in its environment; {@code directory} is for the server's own files. */
    Map<String, String> environment(Path directory, List<Class<?>> events) throws IOException {
        return Map.of();
    }

    /** How often a scene starts an instance anew: less often where that takes long. */
    int times(int usually) {
        return Math.ceilDiv(usually, 3);
    }

    /** What a stop in order may take besides what is in work. */
    Duration stop() {
        return Duration.ofSeconds(3);
    }
}
