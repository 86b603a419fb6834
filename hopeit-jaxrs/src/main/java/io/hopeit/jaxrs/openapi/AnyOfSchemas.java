package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JavaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Describes what is one of several types: with {@code anyOf}, since their members may overlap. */
record AnyOfSchemas(Schemas schemas, TypeTags tags) {

    Schema of(List<JavaType> types) {
        var each = new LinkedHashMap<JavaType, Schema>();
        types.forEach(type -> each.put(type, schemas.of(type)));
        var schema = OASFactory.createSchema().anyOf(List.copyOf(each.values()));
        member(types).ifPresent(member -> schema.setDiscriminator(discriminator(member, each)));
        return schema;
    }

    /** The one member that tells them all apart. */
    private Optional<String> member(List<JavaType> types) {
        var members = types.stream()
                .map(type -> tags.of(type).map(TypeTags.Tag::member))
                .collect(Collectors.toSet());
        return members.size() == 1 ? members.iterator().next() : Optional.empty();
    }

    private Discriminator discriminator(String member, Map<JavaType, Schema> each) {
        var discriminator = OASFactory.createDiscriminator().propertyName(member);
        each.forEach((type, schema) -> tags.of(type)
                .filter(tag -> schema.getRef() != null)
                .ifPresent(tag -> discriminator.addMapping(tag.id(), schema.getRef())));
        return discriminator;
    }
}
