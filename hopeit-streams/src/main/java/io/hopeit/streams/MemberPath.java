package io.hopeit.streams;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way from an object to something inside it, through record components, getters and fields: {@code status.ts}.
 *
 * @param getters in order
 * @param type what is declared at the end
 */
record MemberPath(List<MethodHandle> getters, Class<?> type) {
    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);

    /** A path that leads nowhere. */
    static final class NoSuchMember extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Class<?> type;
        private final String name;

        NoSuchMember(Class<?> type, String name) {
            super(type.getName() + " has no " + name);
            this.type = type;
            this.name = name;
        }

        Class<?> type() {
            return type;
        }

        String name() {
            return name;
        }

        Stream<String> candidates() {
            return Stream.concat(
                            methods(type).map(MemberPath::property),
                            fields(type).map(Field::getName))
                    .distinct();
        }
    }

    static MemberPath of(Class<?> start, String path) throws NoSuchMember {
        var getters = new ArrayList<MethodHandle>();
        Class<?> type = start;
        for (String name : path.split("\\.", -1)) {
            var from = type;
            var getter = getter(from, name).orElseThrow(() -> new NoSuchMember(from, name));
            getters.add(getter.asType(GETTER));
            type = getter.type().returnType();
        }
        return new MemberPath(List.copyOf(getters), type);
    }

    /** What is at the end for this object, also within an {@code Optional}; null when there is a null on the way. */
    @Nullable
    Object get(Object start) {
        Object value = start;
        for (MethodHandle getter : getters) {
            if (value == null) {
                return null;
            }
            value = call(getter, value);
        }
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    private static @Nullable Object call(MethodHandle getter, Object object) {
        try {
            return (Object) getter.invokeExact(object);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException(
                    "cannot be read: " + object.getClass().getName(), e);
        }
    }

    private static Optional<MethodHandle> getter(Class<?> type, String name) {
        var method = methods(type).filter(m -> m.getName().equals(name));
        var getter = methods(type).filter(m -> property(m).equals(name));
        var field = fields(type).filter(f -> f.getName().equals(name));
        return Stream.of(method, getter, field)
                .flatMap(members -> members)
                .<AccessibleObject>map(member -> member)
                .filter(AccessibleObject::trySetAccessible)
                .findFirst()
                .map(MemberPath::handle);
    }

    private static MethodHandle handle(AccessibleObject member) {
        var lookup = MethodHandles.lookup();
        try {
            return member instanceof Method method ? lookup.unreflect(method) : lookup.unreflectGetter((Field) member);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Method> methods(Class<?> type) {
        return family(type)
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .filter(m -> m.getParameterCount() == 0 && m.getReturnType() != void.class)
                .filter(m -> !Modifier.isStatic(m.getModifiers()) && !m.isSynthetic());
    }

    private static Stream<Field> fields(Class<?> type) {
        return family(type)
                .flatMap(c -> Arrays.stream(c.getDeclaredFields()))
                .filter(f -> !Modifier.isStatic(f.getModifiers()) && !f.isSynthetic());
    }

    /** The type and what it inherits from, without {@code Object}. */
    private static Stream<Class<?>> family(@Nullable Class<?> type) {
        if (type == null || type == Object.class) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.concat(Stream.of(type), family(type.getSuperclass())),
                Arrays.stream(type.getInterfaces()).flatMap(MemberPath::family));
    }

    /** {@code id} for {@code getId()}, {@code open} for {@code isOpen()}, else the method's name. */
    private static String property(Method method) {
        var name = method.getName();
        int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
        return name.length() > prefix && prefix > 0 && Character.isUpperCase(name.charAt(prefix))
                ? name.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT) + name.substring(prefix + 1)
                : name;
    }
}
