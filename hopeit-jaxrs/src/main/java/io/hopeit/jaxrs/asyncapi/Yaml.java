package io.hopeit.jaxrs.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes JSON in the layout of YAML. Whatever could be read as something else stays in quotes, as JSON has it. */
final class Yaml {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*( [A-Za-z0-9_.][A-Za-z0-9_./-]*)*");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private Yaml() {}

    /** The same as the JSON, one line for each value. */
    static String of(JsonNode json) {
        var yaml = new Yaml();
        yaml.write(json, "");
        return yaml.text.toString();
    }

    private void write(JsonNode node, String indent) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                text.append(indent).append(scalar(member.getKey())).append(':');
                writeValue(member.getValue(), indent + INDENT);
            }
        } else {
            for (JsonNode element : node) {
                text.append(indent).append('-');
                writeValue(element, indent + INDENT);
            }
        }
    }

    private void writeValue(JsonNode value, String indent) {
        if (value.isContainerNode() && !value.isEmpty()) {
            text.append('\n');
            write(value, indent);
        } else {
            text.append(' ')
                    .append(value.isTextual() ? scalar(value.textValue()) : value.toString())
                    .append('\n');
        }
    }

    private static String scalar(String value) {
        boolean isPlain = PLAIN.matcher(value).matches() && !WORDS.contains(value.toLowerCase(Locale.ROOT));
        return isPlain ? value : TextNode.valueOf(value).toString();
    }
}
