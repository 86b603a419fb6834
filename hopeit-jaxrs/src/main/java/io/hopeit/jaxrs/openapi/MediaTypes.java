package io.hopeit.jaxrs.openapi;

import io.hopeit.spi.EventDefinition;
import jakarta.ws.rs.Produces;
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

    /** What the results of an event are sent as: what {@link Produces} on its class says first, or JSON. */
    static String produced(EventDefinition event) {
        var produces = event.beanClass().getAnnotation(Produces.class);
        return produces == null || produces.value().length == 0 ? JSON : produces.value()[0];
    }

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
