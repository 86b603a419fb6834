package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import io.hopeit.jaxrs.openapi.BeanProperties.Direction;
import io.hopeit.jaxrs.openapi.BeanProperties.Property;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Describes records and beans. */
final class ObjectSchemas {
    private final Schemas schemas;
    private final SchemaDocs docs;
    private final BeanProperties properties;
    private final TypeTags tags;

    ObjectSchemas(ObjectMapper mapper, Schemas schemas) {
        this.schemas = schemas;
        this.docs = new SchemaDocs(mapper);
        this.properties = new BeanProperties(mapper);
        this.tags = new TypeTags(mapper);
    }

    Schema of(JavaType type) {
        var schema = OASFactory.createSchema().type(SchemaType.OBJECT);
        tags.of(type).filter(TypeTags.Tag::isAdded).ifPresent(tag -> schema.addRequired(tag.member())
                .addProperty(
                        tag.member(),
                        OASFactory.createSchema().type(SchemaType.STRING).addEnumeration(tag.id())));
        var members = properties.of(type);
        members.named().stream().filter(property -> !isHidden(property)).forEach(property -> add(property, schema));
        addOthers(members.others(), schema);
        return schema;
    }

    private static boolean isHidden(Property property) {
        var docs = property.definition()
                .getPrimaryMember()
                .getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return (docs != null && docs.hidden())
                || SchemaDocs.isHidden(property.type().getRawClass());
    }

    private void add(Property property, Schema schema) {
        var annotations = Annotations.of(property.definition());
        var constrained = annotations.applyTo(schemas.of(property.type(), property.member()), Constraints::apply);
        var nullable = annotations.applyTo(constrained, Nullability::apply);
        var described = annotations
                .find(org.eclipse.microprofile.openapi.annotations.media.Schema.class)
                .map(text -> docs.describe(nullable, text))
                .orElse(nullable);
        schema.addProperty(property.name(), directed(described, property.direction()));
        if (isRequired(property, annotations)) {
            schema.addRequired(property.name());
        }
    }

    private static Schema directed(Schema schema, Direction direction) {
        return switch (direction) {
            case BOTH -> schema;
            case WRITTEN -> Refs.extensible(schema).readOnly(true);
            case READ -> Refs.extensible(schema).writeOnly(true);
        };
    }

    /** An absent number is zero, so it is required when a constraint may refuse zero. */
    private static boolean isRequired(Property property, Annotations annotations) {
        var declared = annotations.declared().stream();
        return property.definition().isRequired()
                || isPrimitiveOfConstructor(property)
                || declared.anyMatch(
                        property.type().isPrimitive() ? Constraints::isConstraint : Constraints::isRequired);
    }

    /** One that is absent would be zero, so it is refused. */
    private static boolean isPrimitiveOfConstructor(Property property) {
        return property.type().isPrimitive() && property.definition().hasConstructorParameter();
    }

    /** {@code @JsonAnyGetter} writes members that the type does not name. */
    private void addOthers(@Nullable AnnotatedMember any, Schema schema) {
        if (any != null && any.getType().isMapLikeType()) {
            schema.setAdditionalPropertiesSchema(schemas.of(any.getType().getContentType()));
        }
    }
}
