package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.annotation.JsonTypeInfo.As;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.util.Optional;

/** The member by which the mapper tells subclasses apart, if it does. */
record TypeTags(ObjectMapper mapper) {

    /**
     * What is written for one type.
     *
     * @param member its name
     * @param id its value
     * @param isAdded whether it is no member of the type itself
     */
    record Tag(String member, String id, boolean isAdded) {}

    Optional<Tag> of(JavaType type) {
        try {
            var serializer = mapper.getSerializerProviderInstance().findTypeSerializer(type);
            return Optional.ofNullable(serializer).filter(TypeTags::isMember).map(s -> tag(s, type));
        } catch (JsonMappingException | RuntimeException e) { // a resolver may want a value
            return Optional.empty();
        }
    }

    private static boolean isMember(TypeSerializer serializer) {
        boolean isIncluded =
                serializer.getTypeInclusion() == As.PROPERTY || serializer.getTypeInclusion() == As.EXISTING_PROPERTY;
        return isIncluded && serializer.getTypeIdResolver() != null; // none where members tell
    }

    private static Tag tag(TypeSerializer serializer, JavaType type) {
        var id = serializer.getTypeIdResolver().idFromValueAndType(null, type.getRawClass());
        return new Tag(
                serializer.getPropertyName(),
                id == null ? type.getRawClass().getName() : id,
                serializer.getTypeInclusion() == As.PROPERTY);
    }
}
