package io.hopeit.jaxrs;

import io.hopeit.spi.Types;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Types as class files write them. */
final class TypeSignatures {
    private TypeSignatures() {}

    /** With its type arguments: {@code Ljava/util/List<Ljava/lang/String;>;}. A type variable is what it may be at most. */
    static String of(Type type) {
        return switch (type) {
            case ParameterizedType p -> ofParameterized(p);
            case GenericArrayType a -> "[" + of(a.getGenericComponentType());
            case WildcardType w when w.getLowerBounds().length > 0 -> "-" + of(w.getLowerBounds()[0]);
            case WildcardType w when w.getUpperBounds()[0] == Object.class -> "*";
            case WildcardType w -> "+" + of(w.getUpperBounds()[0]);
            default -> Types.raw(type).descriptorString();
        };
    }

    private static String ofParameterized(ParameterizedType type) {
        var arguments = Arrays.stream(type.getActualTypeArguments())
                .map(TypeSignatures::of)
                .collect(Collectors.joining("", "<", ">;"));
        var raw = Types.raw(type);
        if (type.getOwnerType() instanceof ParameterizedType owner) {
            var outer = of(owner);
            return outer.substring(0, outer.length() - 1) + "." + raw.getSimpleName() + arguments;
        }
        var descriptor = raw.descriptorString();
        return descriptor.substring(0, descriptor.length() - 1) + arguments;
    }

    /** Visits the type and what it consists of, with the way there as class files write it: {@code 0;[}. */
    static void walk(AnnotatedType type, BiConsumer<String, AnnotatedType> visitor) {
        walk(type, "", visitor);
    }

    private static void walk(AnnotatedType type, String way, BiConsumer<String, AnnotatedType> visitor) {
        switch (type) {
            case AnnotatedArrayType array -> {
                visitor.accept(way, array);
                walk(array.getAnnotatedGenericComponentType(), way + "[", visitor);
            }
            case AnnotatedWildcardType wildcard -> {
                visitor.accept(way, wildcard);
                var lower = wildcard.getAnnotatedLowerBounds();
                var bounds = lower.length > 0 ? lower : wildcard.getAnnotatedUpperBounds();
                Arrays.stream(bounds).forEach(bound -> walk(bound, way + "*", visitor));
            }
            case AnnotatedParameterizedType parameterized -> {
                var owner = parameterized.getAnnotatedOwnerType();
                if (owner instanceof AnnotatedParameterizedType) {
                    walk(owner, way, visitor);
                }
                var here = way + inner(Types.raw(type.getType()));
                visitor.accept(here, parameterized);
                var arguments = parameterized.getAnnotatedActualTypeArguments();
                for (int i = 0; i < arguments.length; i++) {
                    walk(arguments[i], here + i + ";", visitor);
                }
            }
            default -> visitor.accept(way + inner(Types.raw(type.getType())), type);
        }
    }

    /** One step for each class that an inner one needs an object of. */
    private static String inner(Class<?> type) {
        boolean isInner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
        return isInner ? inner(type.getDeclaringClass()) + "." : "";
    }
}
