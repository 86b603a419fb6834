package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.hopeit.spi.Types;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * What is written where a type is used.
 *
 * @param declared annotations of a parameter, or of all that makes a property
 * @param types the same type, with annotations of its own and of its type arguments
 */
record Annotations(List<Annotation> declared, List<AnnotatedType> types) {
    Annotations {
        declared = List.copyOf(declared);
        types = List.copyOf(types);
    }

    /** Changes a schema because of annotations; the result may be another schema. */
    @FunctionalInterface
    interface Change {
        Schema apply(Schema schema, List<Annotation> annotations);
    }

    static Annotations of(Parameter parameter) {
        return new Annotations(List.of(parameter.getAnnotations()), List.of(parameter.getAnnotatedType()));
    }

    /** Jackson has already gathered the annotations of a field, its accessors and its constructor parameter. */
    static Annotations of(BeanPropertyDefinition property) {
        var declared = property.getPrimaryMember().getAllAnnotations().annotations();
        return new Annotations(
                StreamSupport.stream(declared.spliterator(), false).toList(),
                Stream.of(property.getField(), property.getGetter(), property.getConstructorParameter())
                        .filter(Objects::nonNull)
                        .flatMap(member -> annotatedType(member).stream())
                        .toList());
    }

    private static Optional<AnnotatedType> annotatedType(AnnotatedMember member) {
        return switch (member) {
            case AnnotatedField field -> Optional.of(field.getAnnotated().getAnnotatedType());
            case AnnotatedMethod method -> Optional.of(method.getAnnotated().getAnnotatedReturnType());
            case AnnotatedParameter parameter ->
                Optional.of(((Executable) parameter.getOwner().getAnnotated())
                        .getParameters()[parameter.getIndex()].getAnnotatedType());
            default -> Optional.empty();
        };
    }

    <A extends Annotation> Optional<A> find(Class<A> type) {
        return declared.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** Makes a change at this place, and for its type arguments inside the schema. */
    Schema applyTo(Schema schema, Change change) {
        var changed = change.apply(schema, declared);
        for (AnnotatedType type : types) {
            changed = walk(changed, type, change);
        }
        return changed;
    }

    private static Schema walk(Schema schema, AnnotatedType type, Change change) {
        var changed = change.apply(schema, Arrays.asList(type.getAnnotations()));
        return type instanceof AnnotatedParameterizedType parameterized
                ? walkArgument(changed, parameterized, change)
                : changed;
    }

    private static Schema walkArgument(Schema schema, AnnotatedParameterizedType type, Change change) {
        var raw = Types.raw(type.getType());
        var arguments = type.getAnnotatedActualTypeArguments();
        if (arguments.length == 0) { // they are those of the class around it
            return schema;
        }
        var last = arguments[arguments.length - 1];
        if (raw == Optional.class) {
            return walk(schema, last, change);
        }
        if (Iterable.class.isAssignableFrom(raw) && schema.getItems() != null) {
            schema.setItems(walk(schema.getItems(), last, change));
        }
        if (Map.class.isAssignableFrom(raw) && schema.getAdditionalPropertiesSchema() != null) {
            schema.setAdditionalPropertiesSchema(walk(schema.getAdditionalPropertiesSchema(), last, change));
        }
        return schema;
    }
}
