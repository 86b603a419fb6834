package io.hopeit.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What some configurations of hopeit.engine say together, with what is wrong with them. */
final class AppConfig {
    private final List<String> files = new ArrayList<>();
    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> problems = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Set<String> variables = new TreeSet<>();

    /** One file, its references resolved. */
    record Resolved(String file, ObjectNode root) {
        /** The key of its application, or empty when it has none. */
        String appKey() {
            var name = root.path("app").path("name").asText();
            var version = root.path("app").path("version").asText();
            return name.isEmpty() || version.isEmpty() ? "" : Names.key(name, version);
        }

        private Resolved resolved(AppConfig into) {
            return new Resolved(file, new References(file, appKey(), into).resolve(root));
        }
    }

    static AppConfig read(List<AppConfigFiles.Found> files, Variables variables) {
        var config = new AppConfig();
        var resolved = files.stream()
                .flatMap(file -> config.parse(file, variables).stream())
                .map(file -> file.resolved(config))
                .toList();
        var events = new AppEvents();
        resolved.forEach(file -> events.add(file.root()));
        var application = resolved.reversed().stream()
                .filter(file -> !file.appKey().isEmpty())
                .findFirst();
        resolved.forEach(file -> new AppConfigMapping(
                        file, events, application.filter(file::equals).isPresent(), config)
                .map());
        return config;
    }

    private Optional<Resolved> parse(AppConfigFiles.Found file, Variables variables) {
        files.add(file.name());
        if (file.text() == null) {
            problem(file.name(), "%s", file.problem());
            return Optional.empty();
        }
        return parse(file.name(), variables.replace(file.name(), file.text(), this))
                .map(root -> new Resolved(file.name(), root));
    }

    /** Without the parser's own words: they repeat what is in the file, and that may be a password. */
    private Optional<ObjectNode> parse(String file, String text) {
        try {
            var mapper = JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();
            if (mapper.readTree(text) instanceof ObjectNode root) {
                return Optional.of(root);
            }
            problem(file, "is not a JSON object. Start it with {.");
        } catch (JsonProcessingException e) {
            var at = Optional.ofNullable(e.getLocation()).orElse(JsonLocation.NA);
            problem(file, "line %d, column %d: %s", at.getLineNr(), at.getColumnNr(), whatIsWrong(e));
        }
        return Optional.empty();
    }

    private static String whatIsWrong(JsonProcessingException e) {
        return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")
                ? "the object has a member of this name already, which would be lost. Keep one of them."
                : "is not JSON, once variables are replaced. Correct what is there or just before.";
    }

    void put(String key, String value) {
        values.put(key, value);
    }

    void problem(String file, String text, Object... args) {
        problems.add(line(file + ": " + text.formatted(args)));
    }

    void note(String file, String path, String text, Object... args) {
        notes.add(line(path + " (" + file + "): " + text.formatted(args)));
    }

    /** Lines are kept in properties, where a dollar before a brace would be an expression. */
    private static String line(String text) {
        return text.replace("${", "{").replaceAll("\\R", " ");
    }

    void uses(String variable) {
        variables.add(variable);
    }

    String name() {
        return String.join(", ", files);
    }

    Map<String, String> properties(String problemsKey, String notesKey, String variablesKey) {
        var properties = new TreeMap<>(values);
        putLines(properties, problemsKey, problems, "\n");
        putLines(properties, notesKey, notes, "\n");
        putLines(properties, variablesKey, variables, ",");
        return Map.copyOf(properties);
    }

    private static void putLines(Map<String, String> properties, String key, Set<String> lines, String separator) {
        if (!lines.isEmpty()) {
            properties.put(key, lines.stream().collect(Collectors.joining(separator)));
        }
    }
}
