package io.hopeit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLConnection;
import java.util.Objects;

/** A form with files, as clients send it. */
final class FormBody {
    private static final String BOUNDARY = "hopeit-testing-boundary";
    static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    void text(String name, String value) {
        add("name=\"%s\"".formatted(name), "text/plain; charset=utf-8", value.getBytes(UTF_8));
    }

    void json(String name, byte[] value) {
        add("name=\"%s\"".formatted(name), "application/json", value);
    }

    void file(String name, String fileName, byte[] content) {
        var type = Objects.requireNonNullElse(
                URLConnection.guessContentTypeFromName(fileName), "application/octet-stream");
        add("name=\"%s\"; filename=\"%s\"".formatted(name, fileName), type, content);
    }

    private void add(String disposition, String type, byte[] content) {
        parts.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
                .formatted(BOUNDARY, disposition, type)
                .getBytes(UTF_8));
        parts.writeBytes(content);
        parts.writeBytes("\r\n".getBytes(UTF_8));
    }

    boolean isEmpty() {
        return parts.size() == 0;
    }

    byte[] bytes() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(parts.toByteArray());
        whole.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(UTF_8));
        return whole.toByteArray();
    }
}
