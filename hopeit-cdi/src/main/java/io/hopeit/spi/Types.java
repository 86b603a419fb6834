package io.hopeit.spi;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What steps and transports ask about Java types.
 *
 * {@snippet :
 * Types.boxed(int.class); // Integer
 * Types.display(method.getGenericReturnType()); // List<Something>
 * }
 *
 * @hidden applications have no use for it
 */
public final class Types {
    private static final Set<String> NULLABLE = Set.of("Nullable", "CheckForNull");

    private Types() {}

    /** The class behind a type, as instances know it. */
    public static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> c -> c;
            case ParameterizedType p -> raw(p.getRawType());
            case GenericArrayType a -> raw(a.getGenericComponentType()).arrayType();
            case WildcardType w -> raw(w.getUpperBounds()[0]);
            case TypeVariable<?> v -> raw(v.getBounds()[0]);
            default -> Object.class;
        };
    }

    /** {@code Integer} for {@code int}, any other class itself. */
    public static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    /** {@code T} for {@code Stream<T>} and {@code Optional<T>}, any other type itself. */
    public static Type element(Type type) {
        var raw = raw(type);
        if (raw != Stream.class && raw != Optional.class) {
            return type;
        }
        return argument(type, 0);
    }

    /** The type argument at this position, or {@code Object} where the type has none. */
    public static Type argument(Type type, int index) {
        return type instanceof ParameterizedType p ? p.getActualTypeArguments()[index] : Object.class;
    }

    /** Whether a value declared as {@code given} can be one of {@code wanted}. */
    public static boolean mayBe(Type given, Type wanted) {
        return permitted(given).anyMatch(each -> isRelated(boxed(raw(each)), boxed(raw(wanted))));
    }

    private static boolean isRelated(Class<?> one, Class<?> other) {
        return one.isAssignableFrom(other) || other.isAssignableFrom(one);
    }

    /** Whether an annotation says that a value may be null: by its name, from whatever library. */
    public static boolean isNullable(Annotation annotation) {
        return NULLABLE.contains(annotation.annotationType().getSimpleName());
    }

    /** Whether an annotation on it, or on its type, says that it may be null. */
    public static boolean isNullable(Parameter parameter) {
        return Stream.of(
                        parameter.getAnnotations(), parameter.getAnnotatedType().getAnnotations())
                .flatMap(Arrays::stream)
                .anyMatch(Types::isNullable);
    }

    /** Whether there is a class of this name, which the platform may leave out. */
    public static boolean isPresent(String className) {
        try {
            Class.forName(className, false, Types.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Whether it has a type variable, so that nobody can tell what it is. */
    public static boolean isOpen(Type type) {
        return switch (type) {
            case TypeVariable<?> v -> true;
            case ParameterizedType p ->
                Arrays.stream(p.getActualTypeArguments()).anyMatch(Types::isOpen);
            case GenericArrayType a -> isOpen(a.getGenericComponentType());
            case WildcardType w -> Arrays.stream(w.getUpperBounds()).anyMatch(Types::isOpen);
            default -> false;
        };
    }

    /** The type, or those that a sealed type permits, however deep. */
    public static Stream<Type> permitted(Type type) {
        var raw = raw(type);
        if (!raw.isSealed()) {
            return Stream.of(raw.isPrimitive() ? boxed(raw) : type);
        }
        var below = Arrays.stream(raw.getPermittedSubclasses()).flatMap(Types::permitted);
        return Modifier.isAbstract(raw.getModifiers()) ? below : Stream.concat(Stream.of(type), below);
    }

    /** As a developer would write it, without packages: {@code List<Something>}. */
    public static String display(Type type) {
        return switch (type) {
            case Class<?> c -> c.getSimpleName();
            case ParameterizedType p ->
                display(p.getRawType())
                        + Arrays.stream(p.getActualTypeArguments())
                                .map(Types::display)
                                .collect(Collectors.joining(", ", "<", ">"));
            case GenericArrayType a -> display(a.getGenericComponentType()) + "[]";
            default -> type.getTypeName();
        };
    }
}
