package io.hopeit.config;

import java.util.Optional;

/**
 * A choice whose name in messages and configuration is not that of the Java constant.
 *
 * {@snippet :
 * WireName.find(Compression.class, "lz4:16"); // Optional[LZ4_16]
 * Envelope.COMPACT.wireName(); // compact
 * }
 */
public interface WireName {
    /** The name in messages and in configuration. */
    String wireName();

    /** The constant with this wire name, if there is one. */
    static <E extends Enum<E> & WireName> Optional<E> find(Class<E> choices, String wireName) {
        for (E choice : choices.getEnumConstants()) {
            if (choice.wireName().equals(wireName)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }
}
