package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What values of an abstract type really are. */
record Alternatives(ObjectMapper mapper) {

    /**
     * The permitted subclasses of a sealed type, or those that Jackson's annotations name, and theirs in turn; empty
     * when there are none or the type is not abstract.
     */
    List<JavaType> of(JavaType type) {
        boolean mayBeMany = type.isAbstract() && !type.isPrimitive() && !type.isContainerType() && !type.isEnumType();
        return mayBeMany ? below(type).flatMap(this::leaves).distinct().toList() : List.of();
    }

    private Stream<JavaType> leaves(JavaType type) {
        var below = of(type);
        return below.isEmpty() ? Stream.of(type) : below.stream();
    }

    private Stream<JavaType> below(JavaType type) {
        var classes = type.getRawClass().isSealed()
                ? Arrays.stream(type.getRawClass().getPermittedSubclasses())
                : named(type).filter(c -> c != type.getRawClass());
        return classes.map(subclass -> mapper.getTypeFactory().constructSpecializedType(type, subclass, true));
    }

    private Stream<? extends Class<?>> named(JavaType type) {
        var config = mapper.getSerializationConfig();
        var classInfo = config.introspectClassAnnotations(type).getClassInfo();
        var subtypes = config.getAnnotationIntrospector().findSubtypes(classInfo);
        return Objects.requireNonNullElse(subtypes, List.<NamedType>of()).stream()
                .map(NamedType::getType);
    }
}
