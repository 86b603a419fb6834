package io.hopeit.jaxrs;

import io.hopeit.spi.Types;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How text becomes a value of some type: by the rules of JAX-RS, and {@code parse} for the types of java.time. */
@FunctionalInterface
interface TextValue {
    String FROM_STRING = "fromString";

    /**
     * The value that the text stands for.
     *
     * @throws IllegalArgumentException when it stands for none
     */
    Object parse(String text);

    /** Whether the text stands for a value. */
    default boolean accepts(String text) {
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The way for this type, if there is one. */
    static Optional<TextValue> of(Class<?> type) {
        var boxed = Types.boxed(type);
        if (boxed == String.class || boxed == Object.class) {
            return Optional.of(text -> text);
        }
        if (boxed == Boolean.class) {
            return Optional.of(TextValue::parseBoolean);
        }
        return factories(boxed)
                .findFirst()
                .or(() -> constructor(boxed))
                .map(value -> text -> finite(value.parse(text)));
    }

    /**
     * Whether a field of a form with this type is a text, and no object in JSON. The constructor of a record does not
     * say so: each record with one text in it has one.
     */
    static boolean isText(Class<?> type) {
        return type.isRecord() ? factories(type).findAny().isPresent() : of(type).isPresent();
    }

    /** What a client should have sent, for an error. */
    static String expected(Class<?> type) {
        if (isPlainEnum(type)) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        var boxed = Types.boxed(type);
        if (boxed == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(boxed)) {
            return Stream.of("Integer", "Long", "Short", "Byte", "BigInteger").anyMatch(boxed.getSimpleName()::equals)
                    ? "a whole number"
                    : "a number";
        }
        return boxed.getName().startsWith("java.time.") ? "in ISO-8601" : "of the documented type";
    }

    /** JSON has no other numbers, and neither has the document. */
    private static Object finite(Object value) {
        boolean isFinite =
                switch (value) {
                    case Double d -> Double.isFinite(d);
                    case Float f -> Float.isFinite(f);
                    default -> true;
                };
        if (!isFinite) {
            throw new IllegalArgumentException("not finite");
        }
        return value;
    }

    private static Object parseBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** Whether the names of its constants are all that it is made from. */
    static boolean isPlainEnum(Class<?> type) {
        return type.isEnum() && factory(type, FROM_STRING).isEmpty();
    }

    /** Of an enum {@code fromString} goes first, as JAX-RS says. */
    private static Stream<TextValue> factories(Class<?> type) {
        var names = type.isEnum() ? Stream.of(FROM_STRING, "valueOf") : Stream.of("valueOf", FROM_STRING, "parse");
        return names.flatMap(name -> factory(type, name).stream());
    }

    private static Optional<TextValue> factory(Class<?> type, String name) {
        return Stream.of(String.class, CharSequence.class)
                .flatMap(parameter -> Arrays.stream(type.getMethods())
                        .filter(method -> method.getName().equals(name))
                        .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {parameter})))
                .filter(method ->
                        Modifier.isStatic(method.getModifiers()) && type.isAssignableFrom(method.getReturnType()))
                .findFirst()
                .map(TextValue::opened)
                .map(method -> text -> call(method, text));
    }

    private static Optional<TextValue> constructor(Class<?> type) {
        return Arrays.stream(type.getConstructors())
                .filter(constructor -> Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {String.class}))
                .filter(constructor -> !Modifier.isAbstract(type.getModifiers()))
                .findFirst()
                .map(TextValue::opened)
                .map(constructor -> text -> call(constructor, text));
    }

    /** Its class need not be public: no other class of an application that the library uses has to be. */
    private static <T extends AccessibleObject> T opened(T executable) {
        executable.setAccessible(true);
        return executable;
    }

    private static Object call(Method method, String text) {
        try {
            return method.invoke(null, text);
        } catch (ReflectiveOperationException e) {
            throw refused(e);
        }
    }

    private static Object call(Constructor<?> constructor, String text) {
        try {
            return constructor.newInstance(text);
        } catch (ReflectiveOperationException e) {
            throw refused(e);
        }
    }

    private static RuntimeException refused(ReflectiveOperationException e) {
        return e instanceof InvocationTargetException
                ? new IllegalArgumentException(e.getCause())
                : new IllegalStateException(e);
    }
}
