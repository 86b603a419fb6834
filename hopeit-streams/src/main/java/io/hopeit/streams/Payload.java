package io.hopeit.streams;

import java.lang.reflect.Type;

/** What a message says, and what that is declared as: a {@code Page<Pet>} does not know what is in it. */
record Payload(Object value, Type declared) {
    /** One that is written as its class says. */
    static Payload of(Object value) {
        return new Payload(value, value.getClass());
    }
}
