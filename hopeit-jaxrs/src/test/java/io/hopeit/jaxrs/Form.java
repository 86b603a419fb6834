package io.hopeit.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.spi.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;

/** A form as bytes, made by hand. */
final class Form {
    static final String TYPE = "multipart/form-data; boundary=\"b-1\"";
    static final MultipartLimits LIMITS = new MultipartLimits(100, 8192, 1_000_000, 1_000_000, 1000);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** {@code headers} without the line end of the last. */
    Form part(String headers, String content) {
        return raw("--b-1\r\n" + headers + "\r\n\r\n" + content + "\r\n");
    }

    Form text(String name, String content) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"", content);
    }

    Form file(String name, String fileName, String content) {
        return part(
                "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: image/png",
                content);
    }

    Form raw(String text) {
        bytes.writeBytes(text.getBytes(UTF_8));
        return this;
    }

    byte[] unfinished() {
        return bytes.toByteArray();
    }

    byte[] bytes() {
        return raw("--b-1--\r\n").unfinished();
    }

    Parts parts() {
        return parts(LIMITS);
    }

    Parts parts(MultipartLimits limits) {
        return parts(bytes(), limits);
    }

    static Parts parts(byte[] body, MultipartLimits limits) {
        return parts(TYPE, new ByteArrayInputStream(body), limits);
    }

    static Parts parts(String type, InputStream body, MultipartLimits limits) {
        return Parts.of(type, body, limits, new Json());
    }
}
