package io.hopeit.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which versions of libraries are measured, by the names of their files. */
record Versions(String classPath) {
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

    /** {@code Lettuce 7.7.0, Netty 4.2.18.Final}: those that are there. */
    String text() {
        return ARTIFACTS.entrySet().stream()
                .map(artifact -> artifact.getKey() + " " + version(artifact.getValue()))
                .filter(text -> !text.endsWith(" "))
                .collect(Collectors.joining(", "));
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
