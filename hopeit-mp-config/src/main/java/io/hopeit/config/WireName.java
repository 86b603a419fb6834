package io.hopeit.config;

import java.util.Arrays;
import java.util.Optional;

/** A choice whose name in messages and configuration is not that of the Java constant. */
public interface WireName {
    /** The name in messages and in configuration. */
    String wireName();

    /** The constant with this wire name, if there is one. */
    static <E extends Enum<E> & WireName> Optional<E> find(Class<E> choices, String wireName) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.wireName().equals(wireName))
                .findFirst();
    }
}
