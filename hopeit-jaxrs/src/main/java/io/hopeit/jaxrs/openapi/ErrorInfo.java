package io.hopeit.jaxrs.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The body of each error, as a schema. */
final class ErrorInfo {
    static final String NAME = "ErrorInfo";

    private ErrorInfo() {}

    static Schema schema() {
        return OASFactory.createSchema()
                .type(SchemaType.OBJECT)
                .description("Why a request failed")
                .required(List.of("type", "title", "status", "detail", "msg"))
                .addProperty("type", text("The kind of error, as in RFC 9457").format("uri"))
                .addProperty("title", text("What the status means"))
                .addProperty(
                        "status",
                        text("The HTTP status").type(SchemaType.INTEGER).format("int32"))
                .addProperty("detail", text("What went wrong"))
                .addProperty("msg", text("The same as detail"))
                .addProperty("instance", text("This one error, as in RFC 9457").format("uri"))
                .addProperty("id", text("What to look for in the server's log").format("uuid"))
                .addProperty(
                        "outcome",
                        text("What became of what was to be published, when that is not known: it may have been stored")
                                .enumeration(List.of("unknown")))
                .addProperty("event_id", text("The id of the message that may have been stored"))
                .addProperty("errors", errors());
    }

    private static Schema errors() {
        var error = OASFactory.createSchema()
                .type(SchemaType.OBJECT)
                .required(List.of("field", "message"))
                .addProperty("field", text("The path to a member of the body, or the name of a parameter"))
                .addProperty("message", text("What is wrong with it"));
        return OASFactory.createSchema()
                .type(SchemaType.ARRAY)
                .description("What is wrong with which part of the request")
                .items(error);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().type(SchemaType.STRING).description(description);
    }
}
