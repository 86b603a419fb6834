package io.hopeit.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.cornutum.tcases.openapi.resolver.AuthDef;
import org.cornutum.tcases.openapi.resolver.MessageData;
import org.cornutum.tcases.openapi.resolver.ParamData;
import org.cornutum.tcases.openapi.resolver.ParamDef.Location;
import org.cornutum.tcases.openapi.resolver.RequestCase;
import org.cornutum.tcases.openapi.testwriter.RequestCaseUtils;
import org.cornutum.tcases.openapi.testwriter.encoder.DataValueBinary;
import org.cornutum.tcases.openapi.testwriter.encoder.DataValueJson;
import org.cornutum.tcases.openapi.testwriter.encoder.DataValueText;
import org.cornutum.tcases.resolve.DataValue;
import org.cornutum.tcases.resolve.ObjectValue;

/**
 * A request that Tcases has thought of, with what it is meant to break, if anything.
 *
 * @param known values that these parameters of the query have instead, so that something is found
 */
record GeneratedRequest(RequestCase made, Map<String, String> known) {
    /**
     * Breaks no rule, whatever Tcases says: track ids never refuse a request, null is an empty text in a URL and in a form,
     * and what may be left out may be null as well.
     */
    private static final Pattern TAKEN = Pattern.compile("X-Track-.*"
            + "|\\w+\\.Type=null"
            + "|Body\\.multipart-form-data\\.Value\\.Properties\\.\\w+\\.Type=null"
            + "|.*\\.(status|history)\\.Type=null");

    private static final String BOUNDARY = "strangers-boundary";

    @Override
    public String toString() {
        return "%s %s%s"
                .formatted(
                        operation(),
                        made.isFailure() ? made.getInvalidInput() : "as published",
                        known.isEmpty() ? "" : " with " + known);
    }

    /** The same with these values, if any of it is asked for. */
    Optional<GeneratedRequest> with(Map<String, String> values) {
        return StreamSupport.stream(made.getParams().spliterator(), false)
                        .anyMatch(parameter -> values.containsKey(parameter.getName()))
                ? Optional.of(new GeneratedRequest(made, values))
                : Optional.empty();
    }

    String operation() {
        return made.getOperation().toUpperCase(Locale.ROOT) + " " + made.getPath();
    }

    boolean isAsPublished() {
        return !made.isFailure();
    }

    boolean isWithoutProof() {
        return made.isAuthFailure();
    }

    boolean isToBeRefused() {
        return made.isFailure() && !TAKEN.matcher(made.getInvalidInput()).matches();
    }

    /** {@code proof} gives what is asked for by an authentication. */
    HttpRequest.Builder to(SampleServer server, UnaryOperator<String> proof) {
        var request = server.anonymous(made.getPath() + query());
        for (ParamData parameter : made.getParams()) {
            if (parameter.getLocation() == Location.HEADER) {
                RequestCaseUtils.getHeaderParameterValue(parameter)
                        .ifPresent(value -> request.header(parameter.getName(), value));
            }
        }
        for (AuthDef asked : made.getAuthDefs()) {
            request.header(
                    asked.getLocation() == Location.COOKIE ? "Cookie" : "Authorization", proof.apply(key(asked)));
        }
        var body = made.getBody();
        boolean hasBody = body != null && body.getValue() != null;
        if (hasBody) {
            request.header("Content-Type", isForm(body) ? "multipart/form-data; boundary=" + BOUNDARY : json(body));
        }
        return request.method(
                made.getOperation().toUpperCase(Locale.ROOT), hasBody ? publisher(body) : BodyPublishers.noBody());
    }

    /** Bearer, Basic, or the name of a cookie. */
    private static String key(AuthDef asked) {
        return asked.getLocation() == Location.COOKIE
                ? asked.getName()
                : asked.getClass().getSimpleName();
    }

    /** Tcases itself leaves brackets as they are, which a URL must not have there. */
    private String query() {
        var query = StreamSupport.stream(made.getParams().spliterator(), false)
                .filter(parameter -> parameter.getLocation() == Location.QUERY)
                .flatMap(parameter -> RequestCaseUtils.getQueryParameters(parameter).stream())
                .map(this::encoded)
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private String encoded(Map.Entry<String, String> parameter) {
        var made = parameter.getValue() == null ? "" : parameter.getValue();
        var value = known.getOrDefault(parameter.getKey(), made);
        return URLEncoder.encode(parameter.getKey(), UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    }

    private static boolean isForm(MessageData body) {
        return body.getMediaType().startsWith("multipart/form-data");
    }

    /** Any other type is what the case is about. */
    private static String json(MessageData body) {
        return body.getMediaType().equals("*/*") ? "text/plain" : body.getMediaType();
    }

    private static BodyPublisher publisher(MessageData body) {
        return isForm(body) && body.getValue() instanceof ObjectValue parts
                ? BodyPublishers.ofByteArray(form(body, parts))
                : BodyPublishers.ofString(new DataValueJson().convert(body.getValue()));
    }

    private static byte[] form(MessageData body, ObjectValue parts) {
        var form = new ByteArrayOutputStream();
        parts.getValue().forEach((name, value) -> {
            var encoding = body.getEncodings().get(name);
            var type = encoding == null ? "text/plain" : encoding.getContentType();
            form.writeBytes(bytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\nContent-Type: %s\r\n\r\n"
                    .formatted(BOUNDARY, name, isFile(type) ? "; filename=\"f\"" : "", type)));
            form.writeBytes(part(type, value));
            form.writeBytes(bytes("\r\n"));
        });
        form.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));
        return form.toByteArray();
    }

    private static byte[] part(String type, DataValue<?> value) {
        if (isFile(type)) {
            return new DataValueBinary().convert(value);
        }
        return bytes(
                type.equals("application/json")
                        ? new DataValueJson().convert(value)
                        : new DataValueText().convert(value));
    }

    private static boolean isFile(String type) {
        return type.equals("application/octet-stream");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
