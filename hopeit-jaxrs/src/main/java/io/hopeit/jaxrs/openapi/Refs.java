package io.hopeit.jaxrs.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What points to a component of the document, or carries it. */
final class Refs {
    private Refs() {}

    static Schema schema(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    static APIResponse response(String name) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
    }

    /** A new header has a style already, which Helidon would write beside the reference. */
    static Header header(String name) {
        return OASFactory.createHeader().style(null).ref("#/components/headers/" + name);
    }

    /** The schema itself, or one around it when it is a reference: nothing may stand beside a reference. */
    static Schema extensible(Schema schema) {
        return schema.getRef() == null ? schema : OASFactory.createSchema().addAllOf(schema);
    }

    /** A JSON body of this schema. */
    static Content json(Schema schema) {
        return OASFactory.createContent()
                .addMediaType("application/json", OASFactory.createMediaType().schema(schema));
    }
}
