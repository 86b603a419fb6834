package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.util.IgnorePropertiesUtil;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The members of an object, as a mapper writes and reads it. */
record BeanProperties(ObjectMapper mapper) {

    /** Whether a member is in requests, responses or both. */
    enum Direction {
        BOTH,
        WRITTEN,
        READ
    }

    /**
     * One member.
     *
     * @param name in JSON
     * @param direction where it is
     * @param definition what makes it in Java
     */
    record Property(String name, Direction direction, BeanPropertyDefinition definition) {

        JavaType type() {
            return definition.getPrimaryType();
        }

        BeanProperty member() {
            return new BeanProperty.Std(
                    definition.getFullName(),
                    type(),
                    definition.getWrapperName(),
                    definition.getPrimaryMember(),
                    definition.getMetadata());
        }

        private Property renamed(NameTransformer names) {
            return new Property(names.transform(name), direction, definition);
        }
    }

    /** What there is to know of a type, asked once: the members by name, and that of those without a name. */
    record Members(List<Property> named, @Nullable AnnotatedMember others) {}

    Members of(JavaType type) {
        var bean = mapper.getSerializationConfig().introspect(type);
        return new Members(named(type, bean), bean.findAnyGetter());
    }

    /** In the order in which they are written. */
    private List<Property> named(JavaType type, BeanDescription bean) {
        var written = written(type, bean);
        var read = read(type);
        var all = new LinkedHashMap<String, Property>();
        written.forEach((name, definition) ->
                all.put(name, property(definition, read.isEmpty() || read.containsKey(name), Direction.WRITTEN)));
        read.forEach(
                (name, definition) -> all.putIfAbsent(name, property(definition, written.isEmpty(), Direction.READ)));
        return all.values().stream().flatMap(this::unwrapped).toList();
    }

    private static Property property(BeanPropertyDefinition definition, boolean isBoth, Direction one) {
        return new Property(definition.getName(), isBoth ? Direction.BOTH : one, definition);
    }

    private Map<String, BeanPropertyDefinition> written(JavaType type, BeanDescription bean) {
        var names = writtenNames(type);
        return byName(bean.findProperties().stream()
                .filter(property -> property.couldSerialize() && names.contains(property.getName())));
    }

    private Set<String> writtenNames(JavaType type) {
        var names = new HashSet<String>();
        try {
            mapper.getSerializerProviderInstance()
                    .findValueSerializer(type)
                    .properties()
                    .forEachRemaining(property -> names.add(property.getName()));
        } catch (JsonMappingException e) {
            return Set.of(); // it cannot be written
        }
        return names;
    }

    private Map<String, BeanPropertyDefinition> read(JavaType type) {
        var config = mapper.getDeserializationConfig();
        var bean = config.introspect(type);
        var ignored = config.getDefaultPropertyIgnorals(type.getRawClass(), bean.getClassInfo())
                .findIgnoredForDeserialization();
        var included = config.getDefaultPropertyInclusions(type.getRawClass(), bean.getClassInfo());
        return byName(bean.findProperties().stream()
                .filter(property -> property.couldDeserialize() && !isLeftOut(property))
                .filter(property -> !bean.getIgnoredPropertyNames().contains(property.getName()))
                .filter(property ->
                        !IgnorePropertiesUtil.shouldIgnore(property.getName(), ignored, included.getIncluded())));
    }

    private boolean isLeftOut(BeanPropertyDefinition property) {
        var config = mapper.getDeserializationConfig();
        var reference = property.findReferenceType();
        var type =
                config.introspectClassAnnotations(property.getRawPrimaryType()).getClassInfo();
        return (reference != null && reference.isBackReference())
                || Boolean.TRUE.equals(config.getAnnotationIntrospector().isIgnorableType(type));
    }

    private static Map<String, BeanPropertyDefinition> byName(Stream<BeanPropertyDefinition> properties) {
        return properties.collect(Collectors.toMap(
                BeanPropertyDefinition::getName, property -> property, (first, second) -> first, LinkedHashMap::new));
    }

    /** A {@code @JsonUnwrapped} member stands for the members of its type. */
    private Stream<Property> unwrapped(Property property) {
        var names = mapper.getSerializationConfig()
                .getAnnotationIntrospector()
                .findUnwrappingNameTransformer(property.definition().getPrimaryMember());
        return names == null
                ? Stream.of(property)
                : of(property.type()).named().stream().map(inner -> inner.renamed(names));
    }
}
