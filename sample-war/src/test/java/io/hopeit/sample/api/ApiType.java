package io.hopeit.sample.api;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A public type: a line for itself, and one for each member that others can use. */
record ApiType(Class<?> type) {
    private static final String INDENT = "    ";

    Stream<String> lines() {
        var members = Stream.of(constants(), fields(), constructors(), methods())
                .flatMap(lines -> lines)
                .map(line -> INDENT + line);
        return Stream.concat(Stream.of(header()), members);
    }

    private String header() {
        var name = nested(type) + variables(type.getTypeParameters());
        var components = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(ApiType::component)
                        .collect(Collectors.joining(", ", "(", ")"))
                : "";
        return modifiers() + kind() + " " + name + components + parents();
    }

    private static String component(RecordComponent component) {
        return text(component.getAnnotatedType()) + " " + component.getName();
    }

    private String modifiers() {
        boolean says = !type.isInterface() && !type.isRecord() && !type.isEnum();
        var isAbstract = says && Modifier.isAbstract(type.getModifiers()) ? "abstract " : "";
        var isFinal = says && Modifier.isFinal(type.getModifiers()) ? "final " : "";
        return (type.isSealed() ? "sealed " : "") + isAbstract + isFinal;
    }

    private String kind() {
        if (type.isAnnotation()) {
            return "@interface";
        }
        return type.isInterface() ? "interface" : type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
    }

    private String parents() {
        var parent = type.getGenericSuperclass();
        var isNamed = parent != null && parent != Object.class && !type.isRecord() && !type.isEnum();
        var interfaces = type.isAnnotation()
                ? ""
                : Arrays.stream(type.getGenericInterfaces()).map(ApiType::text).collect(Collectors.joining(", "));
        return (isNamed ? " extends " + text(parent) : "")
                + (interfaces.isEmpty() ? "" : (type.isInterface() ? " extends " : " implements ") + interfaces);
    }

    private Stream<String> constants() {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name())
                : Stream.empty();
    }

    private Stream<String> fields() {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> isUsable(field) && !field.isEnumConstant())
                .map(this::line)
                .sorted();
    }

    private String line(Field field) {
        return scope(field) + text(field.getAnnotatedType()) + " " + field.getName();
    }

    private Stream<String> constructors() {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> isUsable(constructor) && !isOfComponents(constructor))
                .map(c -> scope(c) + variables(c.getTypeParameters()) + type.getSimpleName() + parameters(c))
                .sorted();
    }

    private Stream<String> methods() {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> isUsable(method) && !method.isBridge() && !isSelfEvident(method))
                .map(this::line)
                .sorted();
    }

    private String line(Method method) {
        var variables = variables(method.getTypeParameters());
        var preset = method.getDefaultValue() == null ? "" : " default " + Values.text(method.getDefaultValue());
        return scope(method)
                + (method.isDefault() ? "default " : "")
                + (variables.isEmpty() ? "" : variables + " ")
                + text(method.getAnnotatedReturnType())
                + " "
                + method.getName()
                + parameters(method)
                + preset;
    }

    private boolean isUsable(Member member) {
        boolean isOpen = !Modifier.isFinal(type.getModifiers());
        return !member.isSynthetic()
                && (Modifier.isPublic(member.getModifiers())
                        || (isOpen && Modifier.isProtected(member.getModifiers())));
    }

    private boolean isOfComponents(Constructor<?> constructor) {
        return type.isRecord()
                && List.of(constructor.getParameterTypes())
                        .equals(Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toList());
    }

    /** What each record or enum has, and what each class has of {@code Object}. */
    private boolean isSelfEvident(Method method) {
        var name = method.getName();
        boolean isOfObject = List.of("equals", "hashCode", "toString").contains(name);
        boolean isOfEnum = type.isEnum() && List.of("values", "valueOf").contains(name);
        boolean isOfRecord = type.isRecord()
                && method.getParameterCount() == 0
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(name));
        return isOfObject || isOfEnum || isOfRecord;
    }

    private String scope(Member member) {
        boolean isShared = Modifier.isStatic(member.getModifiers()) && !(type.isInterface() && member instanceof Field);
        return (Modifier.isProtected(member.getModifiers()) ? "protected " : "") + (isShared ? "static " : "");
    }

    private static String parameters(Executable executable) {
        var thrown = Arrays.stream(executable.getAnnotatedExceptionTypes())
                .map(ApiType::text)
                .collect(Collectors.joining(", "));
        return Arrays.stream(executable.getParameters())
                        .map(ApiType::parameter)
                        .collect(Collectors.joining(", ", "(", ")"))
                + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private static String parameter(Parameter parameter) {
        var text = text(parameter.getAnnotatedType());
        return parameter.isVarArgs() ? text.substring(0, text.length() - "[]".length()) + "..." : text;
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables).map(ApiType::variable).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String variable(TypeVariable<?> variable) {
        var bounds = Arrays.stream(variable.getBounds())
                .filter(bound -> bound != Object.class)
                .map(ApiType::text)
                .collect(Collectors.joining(" & "));
        return variable.getName() + (bounds.isEmpty() ? "" : " extends " + bounds);
    }

    private static String text(AnnotatedType type) {
        return simple(type.toString());
    }

    private static String text(java.lang.reflect.Type type) {
        return simple(type.getTypeName());
    }

    /** Names of types without their packages, nested ones with what is around them. */
    private static String simple(String name) {
        return name.replaceAll("@[\\w.]+\\.(\\w+)\\(\\)", "@$1")
                .replaceAll("\\b([a-z]\\w*\\.)+(?=[A-Z@])", "")
                .replace('$', '.');
    }

    private static String nested(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }
}
