package io.hopeit.config;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of a {@link KeyGroup}. Of their prefixes, the first with a value wins, and of two spellings of one the
 * source. A wrong value is noted as a problem, and the default taken.
 *
 * {@snippet :
 * static final Key<Duration> PAUSE =
 *         new Key<>("pause", Kind.duration(Duration.ofHours(1)), Duration.ofSeconds(5), "how long it rests");
 * static final KeyGroup CARRIER = new KeyGroup("Carrier", "", List.of("acme.carrier"), List.of(PAUSE));
 *
 * Duration pause(SettingsReader settings) {
 *     Section section = settings.section(CARRIER);
 *     Duration pause = section.get(PAUSE);
 *     if (pause.isZero()) {
 *         section.problem(PAUSE, "is zero; a carrier needs a second at least.");
 *     }
 *     return pause;
 * }
 * }
 */
public final class Section {
    private final Values values;
    private final @Nullable KeyGroup group;
    private final List<String> prefixes;

    Section(Values values, @Nullable KeyGroup group, List<String> prefixes) {
        this.values = values;
        this.group = group;
        this.prefixes = prefixes;
    }

    private record Found(String key, String text) {}

    /**
     * The value, or its default; the default also when the value is wrong, which is noted as a problem of the deployment.
     *
     * @throws IllegalArgumentException when its group does not list the key
     */
    public <T> T get(Key<T> key) {
        return get(key, key.otherwise());
    }

    /**
     * The value, or a default that is only known now.
     *
     * @throws IllegalArgumentException when its group does not list the key
     */
    public <T> T get(Key<T> key, T otherwise) {
        return find(key).map(found -> parse(key, found, otherwise)).orElse(otherwise);
    }

    private <T> T parse(Key<T> key, Found found, T otherwise) {
        return key.kind().parse().apply(found.text()).orElseGet(() -> {
            var value = key.kind().secret() ? "" : "\"" + found.text() + "\" ";
            values.problem("%s: %sis not %s.%s", found.key(), value, key.kind().expected(), values.origin(found.key()));
            return otherwise;
        });
    }

    /**
     * Whether there is a value, right or wrong.
     *
     * @throws IllegalArgumentException when its group does not list the key
     */
    public boolean has(Key<?> key) {
        return find(key).isPresent();
    }

    private Optional<Found> find(Key<?> key) {
        if (group != null) {
            group.check(key);
        }
        Optional<Found> first = Optional.empty();
        for (String prefix : prefixes) { // all are asked, so that all are known
            var name = prefix + "." + key.name();
            var text = values.text(name);
            if (text.isPresent()
                    && (first.isEmpty() || winsOver(name, first.get().key()))) {
                first = Optional.of(new Found(name, text.get()));
            }
        }
        return first;
    }

    /** Of two spellings of a key the one whose source wins; else the first prefix does. */
    private boolean winsOver(String name, String other) {
        return name.replace('_', '-').equals(other.replace('_', '-')) && values.ordinal(name) > values.ordinal(other);
    }

    /** Notes that something is wrong with the value of a key; the text says what is and what to do, and no secret. */
    public void problem(Key<?> key, String text) {
        problem(key.name(), text);
    }

    /** The same, for a key by its name. */
    public void problem(String leaf, String text) {
        values.problem("%s.%s: %s", prefixes.getFirst(), leaf, text);
    }
}
