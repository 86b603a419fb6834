package io.hopeit.jaxrs;

import io.hopeit.spi.Types;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.TypeReference;

/**
 * The class file of an {@link EventResource}. Its methods have no branches, so that there is little to write.
 *
 * @param name of the class, with its package and slashes
 * @param writer what has been written of it
 */
record ResourceClass(String name, ClassWriter writer) {
    private static final String PARENT = internal(EventResource.class);

    /** An annotation that is written with these members. */
    record Note(Class<? extends Annotation> type, Map<String, ?> members) {
        static Note of(Class<? extends Annotation> type) {
            return new Note(type, Map.of());
        }

        static Note of(Class<? extends Annotation> type, Object value) {
            return new Note(type, Map.of("value", value));
        }
    }

    /**
     * One parameter of a method; an object, never a primitive.
     *
     * @param type with its type arguments
     * @param annotated the same type with the annotations on its parts, if they are wanted
     * @param copied annotations of the parameter that a step has
     * @param notes further ones
     */
    record Argument(
            String name, Type type, Optional<AnnotatedType> annotated, List<Annotation> copied, List<Note> notes) {}

    static ResourceClass named(String name, List<Note> notes) {
        var type = new ResourceClass(name.replace('.', '/'), new ClassWriter(ClassWriter.COMPUTE_MAXS));
        type.writer.visit(Opcodes.V21, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, type.name, null, PARENT, null);
        notes.forEach(note -> AnnotationCopy.write(
                note.members(), type.writer.visitAnnotation(note.type().descriptorString(), true)));
        type.writeConstructor();
        return type;
    }

    private void writeConstructor() {
        var code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, PARENT, "<init>", "()V", false);
        end(code, Opcodes.RETURN);
    }

    /** A method that passes all its arguments on to {@link EventResource#call}. */
    void writeCall(String method, List<Argument> arguments, List<Note> notes) {
        var code = begin(method, arguments, EventResource.CALL.getReturnType());
        notes.forEach(note -> AnnotationCopy.write(
                note.members(), code.visitAnnotation(note.type().descriptorString(), true)));
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitIntInsn(Opcodes.SIPUSH, arguments.size());
        code.visitTypeInsn(Opcodes.ANEWARRAY, internal(Object.class));
        for (int i = 0; i < arguments.size(); i++) {
            code.visitInsn(Opcodes.DUP);
            code.visitIntInsn(Opcodes.SIPUSH, i);
            code.visitVarInsn(Opcodes.ALOAD, i + 1);
            code.visitInsn(Opcodes.AASTORE);
        }
        var called = org.objectweb.asm.Type.getMethodDescriptor(EventResource.CALL);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, name, EventResource.CALL.getName(), called, false);
        end(code, Opcodes.ARETURN);
    }

    /** A method that does nothing. */
    void writeEmpty(String method, List<Argument> arguments) {
        var code = begin(method, arguments, void.class);
        code.visitCode();
        end(code, Opcodes.RETURN);
    }

    private MethodVisitor begin(String method, List<Argument> arguments, Class<?> result) {
        var descriptor = arguments.stream()
                .map(argument -> Types.raw(argument.type()).descriptorString())
                .collect(Collectors.joining("", "(", ")" + result.descriptorString()));
        var signature = arguments.stream()
                .map(argument -> TypeSignatures.of(argument.type()))
                .collect(Collectors.joining("", "(", ")" + result.descriptorString()));
        var code = writer.visitMethod(Opcodes.ACC_PUBLIC, method, descriptor, signature, null);
        arguments.forEach(argument -> code.visitParameter(argument.name(), 0));
        for (int i = 0; i < arguments.size(); i++) {
            annotate(code, i, arguments.get(i));
        }
        return code;
    }

    private static void annotate(MethodVisitor code, int index, Argument argument) {
        argument.copied()
                .forEach(annotation -> AnnotationCopy.write(
                        annotation,
                        code.visitParameterAnnotation(
                                index, annotation.annotationType().descriptorString(), true)));
        argument.notes()
                .forEach(note -> AnnotationCopy.write(
                        note.members(),
                        code.visitParameterAnnotation(index, note.type().descriptorString(), true)));
        int where = TypeReference.newFormalParameterReference(index).getValue();
        argument.annotated()
                .ifPresent(
                        annotated -> TypeSignatures.walk(annotated, (way, type) -> annotate(code, where, way, type)));
    }

    private static void annotate(MethodVisitor code, int where, String way, AnnotatedType type) {
        for (Annotation annotation : type.getAnnotations()) {
            var path = way.isEmpty() ? null : TypePath.fromString(way);
            var to = code.visitTypeAnnotation(
                    where, path, annotation.annotationType().descriptorString(), true);
            AnnotationCopy.write(annotation, to);
        }
    }

    private static void end(MethodVisitor code, int instruction) {
        code.visitInsn(instruction);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    byte[] bytes() {
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
