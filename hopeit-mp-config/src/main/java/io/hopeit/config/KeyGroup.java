package io.hopeit.config;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keys with the same prefixes. A module declares its own, and reads them by {@link SettingsReader#section}; that makes
 * them known, and {@link KeyReference} tells about them.
 *
 * {@snippet :
 * static final Key<Duration> PAUSE = new Key<>("pause", Kind.duration(Duration.ofHours(1)), Duration.ofSeconds(5), "how long it rests");
 * static final KeyGroup CARRIER = new KeyGroup("Carrier", "", List.of("acme.carrier"), List.of(PAUSE));
 *
 * Duration pause(SettingsReader settings) {
 *     return settings.section(CARRIER).get(PAUSE);
 * }
 * }
 *
 * @param title the heading above them in the reference
 * @param about what they have in common: sentences of Markdown, or empty
 * @param prefixes the most specific first, its value wins; at most one has a part such as {@code <event>}, which stands
 *     for a name
 * @param keys all that can be read of it
 */
public record KeyGroup(String title, String about, List<String> prefixes, List<Key<?>> keys) {
    /** A key of something that has a name: {@code hopeit.event.save.timeout} is the timeout of the event "save". */
    record Named(String what, String name, String leaf) {}

    public KeyGroup {
        prefixes = List.copyOf(prefixes);
        keys = List.copyOf(keys);
    }

    /** Groups are looked up for each event, and have many keys. */
    @Override
    public int hashCode() {
        return title.hashCode();
    }

    /** What is not listed would not be in the reference either. */
    void check(Key<?> key) {
        if (keys.stream().noneMatch(known -> known.name().equals(key.name()) && known.equals(key))) {
            throw new IllegalArgumentException(
                    "the key \"%s\" is not one of the group \"%s\"; list it there.".formatted(key.name(), title));
        }
    }

    /** The prefixes for one name, which may have several spellings. */
    List<String> prefixes(List<String> spellings) {
        var found = new LinkedHashSet<String>();
        for (String spelling : spellings) {
            for (String prefix : prefixes) {
                int place = prefix.indexOf('<');
                if (place >= 0) {
                    found.add(prefix.substring(0, place) + spelling);
                }
            }
        }
        prefixes.stream().filter(prefix -> prefix.indexOf('<') < 0).forEach(found::add);
        return List.copyOf(found);
    }

    /** Which name, and which of these keys, a full key is about. */
    Optional<Named> named(String key) {
        return prefixes.stream()
                .filter(prefix -> prefix.indexOf('<') >= 0)
                .flatMap(prefix -> named(prefix, key))
                .max(Comparator.comparingInt(named -> named.leaf().length()));
    }

    private Stream<Named> named(String prefix, String key) {
        int place = prefix.indexOf('<');
        if (!key.startsWith(prefix.substring(0, place))) {
            return Stream.empty();
        }
        var what = prefix.substring(place + 1, prefix.length() - 1);
        var rest = key.substring(place);
        return keys.stream()
                .map(Key::name)
                .filter(leaf -> rest.endsWith("." + leaf) && rest.length() > leaf.length() + 1)
                .map(leaf -> new Named(what, rest.substring(0, rest.length() - leaf.length() - 1), leaf));
    }
}
