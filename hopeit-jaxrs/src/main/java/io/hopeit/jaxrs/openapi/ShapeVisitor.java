package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonArrayFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonMapFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonNumberFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Told by a serializer what it writes; does not ask for what is inside. */
final class ShapeVisitor extends JsonFormatVisitorWrapper.Base {
    private JsonShape shape = new JsonShape.Any();

    ShapeVisitor(SerializerProvider provider) {
        super(provider);
    }

    JsonShape shape() {
        return shape;
    }

    @Override
    public JsonStringFormatVisitor expectStringFormat(JavaType type) {
        shape = new JsonShape.Scalar(SchemaType.STRING, type);
        return new JsonStringFormatVisitor.Base() {
            @Override
            public void enumTypes(Set<String> values) {
                shape = new JsonShape.Enumeration(type, List.copyOf(values));
            }
        };
    }

    @Override
    public @Nullable JsonNumberFormatVisitor expectNumberFormat(JavaType type) {
        shape = new JsonShape.Scalar(SchemaType.NUMBER, type);
        return null;
    }

    @Override
    public @Nullable JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) {
        shape = new JsonShape.Scalar(SchemaType.INTEGER, type);
        return null;
    }

    @Override
    public @Nullable JsonBooleanFormatVisitor expectBooleanFormat(JavaType type) {
        shape = new JsonShape.Scalar(SchemaType.BOOLEAN, type);
        return null;
    }

    @Override
    public @Nullable JsonArrayFormatVisitor expectArrayFormat(JavaType type) {
        shape = new JsonShape.Array(type);
        return null;
    }

    @Override
    public @Nullable JsonMapFormatVisitor expectMapFormat(JavaType type) {
        shape = new JsonShape.Dictionary(type);
        return null;
    }

    @Override
    public @Nullable JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
        shape = new JsonShape.Bean(type);
        return null;
    }
}
