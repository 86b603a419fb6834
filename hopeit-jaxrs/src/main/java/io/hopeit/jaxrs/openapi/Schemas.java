package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.ResolvedRecursiveType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of one document. Types with members, constants or subclasses become components, all others are written
 * where they are used. Not thread-safe.
 */
final class Schemas {
    private static final Set<Class<?>> OPTIONAL_NUMBERS =
            Set.of(OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    private final ObjectMapper mapper;
    private final JsonShapes shapes;
    private final Alternatives alternatives;
    private final SchemaDocs docs;
    private final ObjectSchemas objects;
    private final AnyOfSchemas anyOf;
    private final SchemaNames names = new SchemaNames();
    private final Queue<JavaType> pending = new ArrayDeque<>();
    private final Set<JavaType> open = new HashSet<>();

    Schemas(ObjectMapper mapper) {
        this.mapper = mapper;
        this.shapes = new JsonShapes(mapper);
        this.alternatives = new Alternatives(mapper);
        this.docs = new SchemaDocs(mapper);
        this.objects = new ObjectSchemas(mapper, this);
        this.anyOf = new AnyOfSchemas(this, new TypeTags(mapper));
    }

    JavaType type(Type type) {
        return mapper.constructType(type);
    }

    /** What values of this abstract type really are; empty when there is nothing to tell apart. */
    List<JavaType> alternatives(JavaType type) {
        return alternatives.of(type);
    }

    Schema of(JavaType type) {
        return of(type, null);
    }

    /** The schema of a type, as this member of a bean has it; one that the caller may change. */
    Schema of(JavaType type, @Nullable BeanProperty member) {
        if (type instanceof ResolvedRecursiveType itself) {
            return of(itself.getSelfReferencedType(), member);
        }
        if (type.isReferenceType()) {
            return Nullability.nullable(of(type.getReferencedType(), member));
        }
        if (SchemaDocs.isHidden(type.getRawClass())) {
            return OASFactory.createSchema();
        }
        return switch (shapes.of(type, member)) {
            case JsonShape.Any any -> alternatives.of(type).isEmpty() ? OASFactory.createSchema() : component(type);
            case JsonShape.Scalar scalar -> scalar(scalar, type, member);
            case JsonShape.Enumeration constants -> component(constants.written());
            case JsonShape.Bean bean -> component(bean.written());
            case JsonShape.Array array -> array(array.written(), member);
            case JsonShape.Dictionary dictionary -> dictionary(dictionary.written(), member);
        };
    }

    private Schema scalar(JsonShape.Scalar scalar, JavaType type, @Nullable BeanProperty member) {
        var schema = OASFactory.createSchema().type(scalar.kind());
        Formats.of(scalar.kind(), type.getRawClass())
                .or(() -> Formats.of(scalar.kind(), scalar.written().getRawClass()))
                .filter(format -> member == null || !hasPattern(member, type))
                .ifPresent(schema::setFormat);
        return OPTIONAL_NUMBERS.contains(type.getRawClass()) ? schema.nullable(true) : schema;
    }

    /** Whether its texts are of a format of their own. */
    private boolean hasPattern(BeanProperty member, JavaType type) {
        return member.findPropertyFormat(mapper.getSerializationConfig(), type.getRawClass())
                .hasPattern();
    }

    private Schema array(JavaType type, @Nullable BeanProperty member) {
        var schema = OASFactory.createSchema().type(SchemaType.ARRAY).items(content(type, member));
        return Set.class.isAssignableFrom(type.getRawClass()) ? schema.uniqueItems(true) : schema;
    }

    private Schema dictionary(JavaType type, @Nullable BeanProperty member) {
        return OASFactory.createSchema().type(SchemaType.OBJECT).additionalPropertiesSchema(content(type, member));
    }

    /** A container that contains itself would have no end. */
    private Schema content(JavaType container, @Nullable BeanProperty member) {
        if (!open.add(container)) {
            return OASFactory.createSchema();
        }
        try {
            return of(contentType(container), member);
        } finally {
            open.remove(container);
        }
    }

    private JavaType contentType(JavaType container) {
        var content = container.getContentType();
        if (content != null) {
            return content;
        }
        var arguments = mapper.getTypeFactory().findTypeParameters(container, Iterable.class);
        return arguments.length == 0 || arguments[0] == null ? TypeFactory.unknownType() : arguments[0];
    }

    private Schema component(JavaType type) {
        if (!names.knows(type)) {
            pending.add(type);
        }
        return Refs.schema(names.of(type));
    }

    /** All components that schemas have referred to so far, by name. */
    Map<String, Schema> components() {
        var components = new TreeMap<String, Schema>();
        for (var type = pending.poll(); type != null; type = pending.poll()) {
            var schema = definition(type);
            var text =
                    type.getRawClass().getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
            components.put(names.of(type), text == null ? schema : docs.describe(schema, text));
        }
        return components;
    }

    private Schema definition(JavaType type) {
        var subtypes = alternatives.of(type);
        if (!subtypes.isEmpty()) {
            return anyOf.of(subtypes);
        }
        return shapes.of(type, null) instanceof JsonShape.Enumeration constants
                ? OASFactory.createSchema().type(SchemaType.STRING).enumeration(List.copyOf(constants.values()))
                : objects.of(type);
    }
}
