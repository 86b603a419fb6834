package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.impl.UnknownSerializer;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Asks a mapper what it writes. */
record JsonShapes(ObjectMapper mapper, Map<JavaType, JsonShape> known) {
    /** Their serializers speak of arrays, and write texts. */
    private static final Set<Class<?>> TEXTS = Set.of(byte[].class, char[].class, ByteBuffer.class);

    JsonShapes(ObjectMapper mapper) {
        this(mapper, new HashMap<>());
    }

    /** Of values of this type, as this member of a bean or in general. */
    JsonShape of(JavaType type, @Nullable BeanProperty member) {
        return member == null || isPlain(member) ? known.computeIfAbsent(type, t -> find(t, null)) : find(type, member);
    }

    /** It is as others of its type: asking Jackson for each member of each bean is what a document takes longest for. */
    private static boolean isPlain(BeanProperty member) {
        return member.getMember() != null
                && member.getMember().getAllAnnotations().size() == 0;
    }

    private JsonShape find(JavaType type, @Nullable BeanProperty member) {
        if (TEXTS.contains(type.getRawClass())) {
            return new JsonShape.Scalar(SchemaType.STRING, type);
        }
        var constants = type.isEnumType()
                ? mapper.getSerializationConfig().introspect(type).findJsonValueAccessor()
                : null;
        if (constants != null && constants.getRawType() != String.class) {
            return find(constants.getType(), null); // its serializer would say that they are texts
        }
        var provider = mapper.getSerializerProviderInstance();
        try {
            var serializer = serializer(type, member, provider);
            if (serializer instanceof UnknownSerializer) {
                return type.isConcrete() && !type.isJavaLangObject() ? new JsonShape.Bean(type) : new JsonShape.Any();
            }
            var visitor = new ShapeVisitor(provider);
            serializer.acceptJsonFormatVisitor(visitor, type);
            return visitor.shape();
        } catch (JsonMappingException e) {
            return new JsonShape.Any();
        }
    }

    private static JsonSerializer<?> serializer(
            JavaType type, @Nullable BeanProperty member, SerializerProvider provider) throws JsonMappingException {
        var declared =
                member == null ? null : provider.getAnnotationIntrospector().findSerializer(member.getMember());
        return member == null || declared == null
                ? provider.findValueSerializer(type, member)
                : provider.serializerInstance(member.getMember(), declared);
    }
}
