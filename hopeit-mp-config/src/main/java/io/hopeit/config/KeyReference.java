package io.hopeit.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the reference of keys from their declarations, in Markdown. A test of each module that has keys compares its
 * part of {@code docs/configuration.md} with what is written here, or renews it.
 *
 * {@snippet :
 * String renewed(Path page, List<KeyGroup> groups) throws IOException {
 *     return KeyReference.renew(Files.readString(page), "hopeit-basic-auth", KeyReference.of(groups));
 * }
 * }
 *
 * @hidden applications have no use for it
 */
public final class KeyReference {
    private KeyReference() {}

    /** A heading and a table for each group. */
    public static String of(List<KeyGroup> groups) {
        return groups.stream().map(KeyReference::of).collect(Collectors.joining("\n"));
    }

    /** The page with the part of a module renewed, or put at the end. */
    public static String renew(String page, String module, String part) {
        var begin = "<!-- generated for %s: begin -->\n".formatted(module);
        var end = "<!-- generated for %s: end -->".formatted(module);
        var old = Pattern.compile(Pattern.quote(begin) + ".*?" + Pattern.quote(end), Pattern.DOTALL);
        var renewed = begin + part + end;
        return old.matcher(page).find()
                ? old.matcher(page).replaceFirst(Matcher.quoteReplacement(renewed))
                : page + "\n" + renewed + "\n";
    }

    private static String of(KeyGroup group) {
        var keys = group.prefixes().stream().map(prefix -> code(prefix + ".*")).collect(Collectors.joining(", "));
        var about = group.about().isEmpty() ? "" : " " + group.about();
        return """
                ## %s
                %s.%s

                | key | value | default | says | in hopeit.engine's configuration |
                |---|---|---|---|---|
                %s""".formatted(group.title(), keys, about, rows(group));
    }

    private static String rows(KeyGroup group) {
        return group.keys().stream()
                .map(key -> row(
                        code(group.prefixes().getFirst() + "." + key.name()),
                        key.kind().expected(),
                        code(key.writtenDefault()),
                        key.meaning(),
                        members(group, key)))
                .collect(Collectors.joining());
    }

    private static String members(KeyGroup group, Key<?> key) {
        return group.prefixes().stream()
                .flatMap(prefix -> Members.paths(prefix + "." + key.name()).stream())
                .map(KeyReference::code)
                .collect(Collectors.joining(", "));
    }

    /** The members of a configuration of hopeit.engine that are not the value of a key. */
    static String ofOtherMembers() {
        var rows = Members.ALL.stream()
                .flatMap(member -> other(member).stream().map(text -> row(code(member.path()), text)))
                .collect(Collectors.joining());
        return """

                ## Members of hopeit.engine's configuration without a key
                Each that has no counterpart is a warning at start-up.

                | member | here |
                |---|---|
                %s""".formatted(rows);
    }

    private static List<String> other(Member member) {
        return switch (member) {
            case Member.Published p -> List.of("a property under its own path, to be injected with `@ConfigProperty`");
            case Member.Needless needless -> List.of(needless.why());
            case Member.Without without -> List.of("no counterpart: " + without.instead());
            case Member.Mapped m -> List.of();
            case Member.Flagging f -> List.of();
            case Member.StreamName n -> List.of();
        };
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
