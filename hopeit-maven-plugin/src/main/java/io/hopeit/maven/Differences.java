package io.hopeit.maven;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a published document says otherwise than the committed one, in a line for each place. */
final class Differences {
    private static final int LONGEST_VALUE = 80;
    private static final Comparator<JsonNode> BY_VALUE =
            (a, b) -> a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) : a.equals(b) ? 0 : 1;

    private final List<String> lines = new ArrayList<>();

    private Differences() {}

    /** Empty if they say the same, whatever the order of keys, of parameters and of what is a set. */
    static List<String> between(Document committed, Document published) {
        var differences = new Differences();
        differences.compare(Place.ROOT, committed.content(), published.content());
        return List.copyOf(differences.lines);
    }

    private void compare(Place place, JsonNode committed, JsonNode published) {
        if (haveMembers(place, committed, published)) {
            compareMembers(place, committed, published);
        } else if (committed.isMissingNode()) {
            lines.add(place + " added" + scalar(place, published));
        } else if (published.isMissingNode()) {
            lines.add(place + " removed" + scalar(place, committed));
        } else if (!committed.equals(BY_VALUE, published)) {
            lines.add(place + " " + text(committed) + " -> " + text(published));
        }
    }

    private static boolean haveMembers(Place place, JsonNode a, JsonNode b) {
        if (place.isValue()) {
            return false;
        }
        var areAlike = a.isContainerNode() && a.getNodeType() == b.getNodeType();
        return areAlike || (place.isEmptyWhenAbsent() && (absent(a, b) || absent(b, a)));
    }

    private static boolean absent(JsonNode a, JsonNode other) {
        return a.isMissingNode() && other.isContainerNode();
    }

    private void compareMembers(Place place, JsonNode committed, JsonNode published) {
        if (committed.isArray() || published.isArray()) {
            compareElements(place, committed, published);
            return;
        }
        var keys = new LinkedHashSet<String>();
        committed.fieldNames().forEachRemaining(keys::add);
        published.fieldNames().forEachRemaining(keys::add);
        keys.forEach(key -> compare(place.child(key), committed.path(key), published.path(key)));
    }

    private void compareElements(Place place, JsonNode committed, JsonNode published) {
        var before = named(place, committed);
        var after = named(place, published);
        var areNamed = before.isPresent() && after.isPresent();
        var old = areNamed ? before.get() : numbered(committed);
        var now = areNamed ? after.get() : numbered(published);
        var names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        var none = MissingNode.getInstance();
        names.forEach(name -> compare(place.element(name), old.getOrDefault(name, none), now.getOrDefault(name, none)));
    }

    /** Elements by what tells them apart; empty if that is only their order. */
    private static Optional<Map<String, JsonNode>> named(Place place, JsonNode array) {
        var elements = new LinkedHashMap<String, JsonNode>();
        for (var element : array) {
            var name = name(place, element);
            if (name.isEmpty() || elements.put(name, element) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(elements);
    }

    private static String name(Place place, JsonNode element) {
        if (element.isValueNode()) {
            return place.isSet() ? element.toString() : "";
        }
        var name = element.path("name").asText();
        var in = element.path("in").asText("query");
        return element.path("$ref").asText(in.equals("query") ? name : name + " (" + in + ")");
    }

    private static Map<String, JsonNode> numbered(JsonNode array) {
        var elements = new LinkedHashMap<String, JsonNode>();
        array.forEach(element -> elements.put(Integer.toString(elements.size()), element));
        return elements;
    }

    /** Empty if the place says it already. */
    private static String scalar(Place place, JsonNode node) {
        return node.isValueNode() && !place.key().equals(node.toString()) ? " " + text(node) : "";
    }

    private static String text(JsonNode node) {
        var text = node.toString();
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE - 1) + "…" : text;
    }
}
