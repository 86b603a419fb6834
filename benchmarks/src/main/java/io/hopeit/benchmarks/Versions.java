package io.hopeit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which versions of libraries are measured, by the names of their files. */
record Versions(String classPath) {
    private static final String UNKNOWN = "unknown";
    private static final Map<String, String> ARTIFACTS = artifacts();

    private static Map<String, String> artifacts() {
        var artifacts = new LinkedHashMap<String, String>();
        artifacts.put("hopeit", "hopeit-streams");
        artifacts.put("Lettuce", "lettuce-core");
        artifacts.put("Netty", "netty-transport");
        artifacts.put("Jackson", "jackson-databind");
        artifacts.put("Weld", "weld-se-core");
        artifacts.put("Helidon", "helidon-microprofile-server");
        artifacts.put("Spring Data Redis", "spring-data-redis");
        artifacts.put("Jedis", "jedis");
        artifacts.put("Redisson", "redisson");
        return artifacts;
    }

    /** That of the sources, as git names it; with {@code -dirty} where something is not committed. */
    static String revision() {
        try {
            var git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*").start();
            var name = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
            return name.isEmpty() ? UNKNOWN : name;
        } catch (IOException e) { // there is no git
            return UNKNOWN;
        }
    }

    /** That of the directory which Open Liberty is unpacked to. */
    static String ofLiberty(Path home) {
        var version = Pattern.compile("openliberty-([0-9.]+)").matcher(home.toString());
        return version.find() ? ", Open Liberty " + version.group(1) : "";
    }

    /** {@code Lettuce 7.7.0, Netty 4.2.18.Final}: those that are there. */
    String text() {
        return ARTIFACTS.entrySet().stream()
                        .map(artifact -> artifact.getKey() + " " + version(artifact.getValue()))
                        .filter(text -> !text.endsWith(" "))
                        .collect(Collectors.joining(", "))
                + Liberty.unpacked().map(Versions::ofLiberty).orElse("");
    }

    private String version(String artifact) {
        var file = Pattern.compile("(?:.*[/\\\\])?" + artifact + "-(\\d.*)\\.jar");
        return Arrays.stream(classPath.split("[:;]", -1))
                .map(file::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }
}
