package io.hopeit.cdi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls step methods, package-private ones too, and lets what they throw pass as it is. */
final class StepHandles {
    private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);

    private StepHandles() {}

    static MethodHandle handle(Method method, Object reference) {
        try {
            return MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup())
                    .unreflect(method)
                    .bindTo(reference)
                    .asSpreader(Object[].class, method.getParameterCount())
                    .asType(SPREAD);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " cannot be called: open its package to io.hopeit", e);
        }
    }

    static @Nullable Object invoke(MethodHandle handle, @Nullable Object[] arguments) throws Exception {
        try {
            return (Object) handle.invokeExact(arguments);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
