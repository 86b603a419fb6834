package io.hopeit.jaxrs.openapi;

import io.hopeit.TrackIds;
import io.hopeit.config.Names;
import io.hopeit.jaxrs.TrackHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * The headers that carry track ids.
 *
 * @param configured names of further track ids: {@code session_id}
 */
record TrackHeaderDocs(List<String> configured) {
    private static final String OPERATION_ID = TrackHeaders.header(TrackIds.OPERATION_ID);
    private static final String REQUEST_ID = TrackHeaders.header(TrackIds.REQUEST_ID);
    private static final String REQUEST_TS = TrackHeaders.header(TrackIds.REQUEST_TS);

    /** What each request can have, none of it required. */
    List<Parameter> parameters() {
        var byName = new LinkedHashMap<String, Parameter>();
        byName.put(REQUEST_ID, parameter(REQUEST_ID, "Track id: the request that began it all; else made up"));
        byName.put(REQUEST_TS, parameter(REQUEST_TS, "Track id: when that request came; else now"));
        configured.forEach(id -> byName.putIfAbsent(header(id), parameter(header(id), "Track id: " + Names.snake(id))));
        return List.copyOf(byName.values());
    }

    private static String header(String name) {
        return TrackHeaders.header(TrackIds.configured(name));
    }

    private static Parameter parameter(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(false)
                .description(description)
                .schema(schema(name));
    }

    /** What each result has, and for results of a plugin that runs for an application, which. */
    static Map<String, Header> responseHeaders(boolean ofPlugin) {
        var byName = new LinkedHashMap<String, Header>();
        byName.put(OPERATION_ID, header(OPERATION_ID, "Track id: this run of the event"));
        byName.put(REQUEST_ID, header(REQUEST_ID, "Track id: the request that began it all"));
        byName.put(REQUEST_TS, header(REQUEST_TS, "Track id: when that request came"));
        byName.put(TrackHeaders.APP, header(TrackHeaders.APP, "The application, with its version"));
        if (ofPlugin) {
            byName.put(
                    TrackHeaders.PLUGIN, header(TrackHeaders.PLUGIN, "The plugin whose event ran, with its version"));
        }
        return byName;
    }

    private static Header header(String name, String description) {
        return OASFactory.createHeader().description(description).schema(schema(name));
    }

    private static Schema schema(String name) {
        var text = OASFactory.createSchema().type(SchemaType.STRING);
        return name.equals(REQUEST_TS) ? text.format("date-time") : text;
    }
}
