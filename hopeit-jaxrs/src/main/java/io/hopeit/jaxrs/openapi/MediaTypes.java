package io.hopeit.jaxrs.openapi;

import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The types of bodies. */
final class MediaTypes {
    static final String JSON = MediaType.APPLICATION_JSON;
    static final String TEXT = MediaType.TEXT_PLAIN;
    static final String BINARY = MediaType.APPLICATION_OCTET_STREAM;
    static final String FORM = MediaType.MULTIPART_FORM_DATA;

    private MediaTypes() {}

    static boolean isJson(String media) {
        var name = name(media);
        return name.equals(JSON) || name.endsWith("+json");
    }

    /** A body that is not JSON. */
    static Schema schema(String media) {
        return name(media).startsWith("text/") ? OASFactory.createSchema().type(SchemaType.STRING) : binary();
    }

    static Schema binary() {
        return OASFactory.createSchema().type(SchemaType.STRING).format("binary");
    }

    private static String name(String media) {
        return media.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
