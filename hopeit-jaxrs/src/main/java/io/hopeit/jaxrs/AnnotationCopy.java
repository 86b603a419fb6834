package io.hopeit.jaxrs;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Type;

/** Writes annotations into class files. */
final class AnnotationCopy {
    private AnnotationCopy() {}

    /** All that the annotation says. */
    static void write(Annotation annotation, AnnotationVisitor to) {
        for (Method member : annotation.annotationType().getDeclaredMethods()) {
            write(member.getName(), value(annotation, member), to);
        }
        to.visitEnd();
    }

    /** These members of an annotation. */
    static void write(Map<String, ?> members, AnnotationVisitor to) {
        members.forEach((name, value) -> write(name, value, to));
        to.visitEnd();
    }

    private static Object value(Annotation annotation, Method member) {
        try {
            member.setAccessible(true); // the annotation may be package-private
            return member.invoke(annotation);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(annotation + " cannot be read", e);
        }
    }

    private static void write(String name, Object value, AnnotationVisitor to) {
        switch (value) {
            case Class<?> type -> to.visit(name, Type.getType(type));
            case Enum<?> constant ->
                to.visitEnum(name, constant.getDeclaringClass().descriptorString(), constant.name());
            case Annotation inner ->
                write(inner, to.visitAnnotation(name, inner.annotationType().descriptorString()));
            case Object array when array.getClass().isArray() -> writeArray(array, to.visitArray(name));
            default -> to.visit(name, value);
        }
    }

    private static void writeArray(Object array, AnnotationVisitor to) {
        for (int i = 0; i < Array.getLength(array); i++) {
            write("", Array.get(array, i), to);
        }
        to.visitEnd();
    }
}
