package io.hopeit.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces {@code {path.to.value}} by the value there, and {@code {auto}} by the path of its owner below the
 * application's key, in texts and names of members. References may lead to references: there are two passes.
 */
record References(String file, String appKey, AppConfig into) {
    private static final String AUTO = "{auto}";
    private static final Pattern REFERENCE = Pattern.compile("\\{([A-Za-z_][\\w-]*(?:\\.[\\w-]+)+)}");

    /** What becomes of a text, by the path of its owner. */
    private interface Replacement {
        String of(String text, List<String> path);
    }

    ObjectNode resolve(ObjectNode root) {
        var resolved = map(root, this::auto);
        for (int pass = 0; pass < 2; pass++) {
            var values = values(resolved);
            resolved = map(resolved, (text, path) -> replace(text, values));
        }
        var values = values(resolved);
        map(resolved, (text, path) -> check(text, path, values));
        return resolved;
    }

    private static ObjectNode map(ObjectNode root, Replacement replacement) {
        return (ObjectNode) map(root, List.of(), replacement);
    }

    private static JsonNode map(JsonNode node, List<String> path, Replacement replacement) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(member -> {
                    var name = replacement.of(member.getKey(), path);
                    copy.set(name, map(member.getValue(), below(path, name), replacement));
                });
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> copy.add(map(element, path, replacement)));
                yield copy;
            }
            case TextNode text -> TextNode.valueOf(replacement.of(text.textValue(), path));
            default -> node;
        };
    }

    static List<String> below(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }

    private String auto(String text, List<String> path) {
        if (!text.contains(AUTO)) {
            return text;
        }
        var where = String.join(".", path);
        if (appKey.isEmpty()) {
            into.problem(file, "%s: {auto} needs app.name and app.version; set both.", where);
        }
        if (where.endsWith(".read_stream.name")) {
            into.problem(file, "%s: {auto} is not possible here; name the stream that is written elsewhere.", where);
        }
        var owner = new ArrayList<>(List.of(appKey));
        owner.addAll(owner(path));
        return text.replace(AUTO, String.join(".", owner));
    }

    /** Only names that the file gives count, not those of the format. */
    private static List<String> owner(List<String> path) {
        return switch (path.isEmpty() ? "" : path.getFirst()) {
            case "env", "settings" -> path.subList(1, path.size());
            case "events", "app_connections" -> path.subList(1, Math.min(2, path.size()));
            default -> List.of();
        };
    }

    private static String replace(String text, Map<String, String> values) {
        return REFERENCE
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }

    private String check(String text, List<String> path, Map<String, String> values) {
        REFERENCE
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .forEach(name ->
                        into.problem(file, "%s: {%s} %s", String.join(".", path), name, whyNot(name, values.keySet())));
        return text;
    }

    private static String whyNot(String name, Set<String> values) {
        if (values.contains(name)) {
            return "leads to itself, or through too many others; write the value.";
        }
        return values.stream().anyMatch(value -> value.startsWith(name + "."))
                ? "is a section; name a value in it."
                : "is not in this file." + Nearest.hint(name, values.stream());
    }

    private static Map<String, String> values(JsonNode root) {
        var values = new HashMap<String, String>();
        collect(root, "", values);
        return values;
    }

    private static void collect(JsonNode node, String path, Map<String, String> values) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(member -> collect(
                            member.getValue(),
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                            values));
        } else if (node.isValueNode() && !node.isNull()) {
            values.put(path, node.asText());
        }
    }
}
