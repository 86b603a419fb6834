package io.hopeit.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** Gives keys the values of one configuration of hopeit.engine. */
final class AppConfigMapping {
    private final AppConfig.Resolved file;
    private final AppEvents events;
    private final boolean isApplication;
    private final AppConfig into;
    private final List<Value> values = new ArrayList<>();

    /** A value with its origin. What an event's own section says is put after what its stream's says. */
    private record Value(String key, String text, String path, boolean own) {}

    AppConfigMapping(AppConfig.Resolved file, AppEvents events, boolean isApplication, AppConfig into) {
        this.file = file;
        this.events = events;
        this.isApplication = isApplication;
        this.into = into;
    }

    void map() {
        walk(file.root(), Shape.ROOT, List.of());
        values.sort(Comparator.comparing(Value::own));
        var settled = new HashMap<String, Value>();
        for (var value : values) {
            var other = settled.put(value.key(), value);
            if (other != null && other.own() && value.own() && !other.text().equals(value.text())) {
                note(
                        value.path(),
                        "%s says otherwise, and a stream has one value here; say it in the settings of the stream.",
                        other.path());
            }
            into.put(value.key(), value.text());
        }
    }

    private void walk(ObjectNode node, Shape shape, List<String> path) {
        node.properties().stream().filter(member -> !member.getValue().isNull()).forEach(member -> {
            var below = References.below(path, member.getKey());
            shape.at(member.getKey())
                    .ifPresentOrElse(
                            place -> at(member.getValue(), place, below),
                            () -> note(
                                    String.join(".", below),
                                    "nothing reads this member.%s",
                                    Nearest.hint(member.getKey(), shape.names())));
        });
    }

    private void at(JsonNode node, Shape place, List<String> path) {
        if (isFree(path)) {
            warnOfLostSettings(node, path);
            publish(node, String.join(".", path));
        } else if (place.member().isPresent()) {
            apply(place.member().get(), node, path);
        } else if (node instanceof ObjectNode object) {
            walk(object, place, path);
        } else {
            into.problem(file.file(), "%s is not an object; write {\"...\": ...}.", String.join(".", path));
        }
    }

    /** Settings of neither an event nor a stream are the application's own. */
    private boolean isFree(List<String> path) {
        return path.size() == 2
                && path.getFirst().equals("settings")
                && !events.isEvent(path.get(1))
                && !events.isStream(path.get(1));
    }

    private void warnOfLostSettings(JsonNode node, List<String> path) {
        if (node.has("response_timeout") || node.path("stream").isObject()) {
            note(
                    String.join(".", path),
                    "there is no event or stream of this name in \"events\".%s",
                    Nearest.hint(path.get(1), events.names()));
        }
    }

    private void apply(Member member, JsonNode node, List<String> path) {
        var where = String.join(".", path);
        switch (member) {
            case Member.Mapped mapped -> convert(mapped, node, path);
            case Member.Flagging flagging -> {
                convert(flagging.mapped(), node, path);
                flag(flagging, path);
            }
            case Member.StreamName name -> stream(name, node, path);
            case Member.Published published -> publish(node, where);
            case Member.Needless needless -> {}
            case Member.Without without -> note(where, "has no counterpart here: %s.", without.instead());
        }
    }

    private void convert(Member.Mapped member, JsonNode node, List<String> path) {
        var where = String.join(".", path);
        var text = member.conversion().apply().apply(node);
        if (text.isEmpty()) {
            into.problem(
                    file.file(), "%s is not %s.", where, member.conversion().expected());
            return;
        }
        int before = values.size();
        keys(member, path).forEach(key -> values.add(new Value(key.name(), text.get(), where, key.own())));
        if (values.size() == before && member.subject() != Member.Subject.NAMED) {
            note(where, "there is no event or stream that takes it.");
        }
    }

    private void flag(Member.Flagging member, List<String> path) {
        var mapped = member.mapped();
        convert(
                new Member.Mapped(mapped.path(), member.flag(), mapped.subject(), Conversion.TEXT),
                BooleanNode.TRUE,
                path);
    }

    /** A key, and whether it is an event's own section that says it. */
    private record Said(String name, boolean own) {}

    private Stream<Said> keys(Member.Mapped member, List<String> path) {
        var key = member.key();
        if (!key.contains("<")) {
            return ofApplication(key).map(name -> new Said(name, false));
        }
        return Stream.concat(
                events.ofStream(member.subject(), path.get(1)).map(stream -> new Said(key(key, stream), false)),
                events.ofEvent(member.subject(), path.get(1))
                        .map(event -> new Said(key(key, event), path.getFirst().equals("settings"))));
    }

    private String key(String key, String name) {
        return key.replace("<event>", Names.snake(name)).replace("<stream>", Names.snake(local(name)));
    }

    /** A file before the last is about a further application. */
    private Stream<String> ofApplication(String key) {
        if (isApplication || !key.startsWith("hopeit.app.") || file.appKey().isEmpty()) {
            return Stream.of(key);
        }
        var name = file.root().path("app").path("name").asText();
        return key.equals("hopeit.app.name")
                ? Stream.empty()
                : Stream.of(key.replace("hopeit.app.", "hopeit.apps." + Names.snake(name) + "."));
    }

    private void stream(Member.StreamName member, JsonNode node, List<String> path) {
        var where = String.join(".", path);
        if (!node.isTextual()) {
            into.problem(file.file(), "%s is not a text: put the name of a stream there.", where);
            return;
        }
        var name = local(node.asText());
        values.add(new Value(member.key().replace("<event>", Names.snake(path.get(1))), name, where, false));
        values.add(new Value(Member.STREAM_KEY.replace("<stream>", Names.snake(name)), node.asText(), where, false));
    }

    /** A stream of this application, as annotations name it; those of others keep their full names. */
    private String local(String name) {
        var prefix = file.appKey() + ".";
        return name.startsWith(prefix) && prefix.length() > 1 ? name.substring(prefix.length()) : name;
    }

    private void publish(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> publish(member.getValue(), path + "." + member.getKey()));
        } else if (node instanceof ArrayNode array) {
            Conversion.LIST
                    .apply()
                    .apply(array)
                    .ifPresentOrElse(list -> into.put(path, list), () -> publishEach(array, path));
        } else if (!node.isNull()) {
            into.put(path, node.asText());
        }
    }

    private void publishEach(ArrayNode array, String path) {
        for (int i = 0; i < array.size(); i++) {
            publish(array.get(i), path + "[" + i + "]");
        }
    }

    private void note(String path, String text, Object... args) {
        into.note(file.file(), path, text, args);
    }
}
