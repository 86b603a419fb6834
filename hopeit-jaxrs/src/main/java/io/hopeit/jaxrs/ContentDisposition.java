package io.hopeit.jaxrs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header that gives a download its name, after RFC 6266 and RFC 8187. */
final class ContentDisposition {
    private static final String UNNAMED = "download";

    private ContentDisposition() {}

    /** Any name is taken: what a header cannot have is encoded, what a file name should not have is left out. */
    static String attachment(String name) {
        var clean = FileName.clean(name);
        var shown = clean.isEmpty() ? UNNAMED : clean;
        var fallback = shown.replaceAll("[^ -~]|[%;]", "_");
        var header = "attachment; filename=\"%s\"".formatted(fallback);
        return fallback.equals(shown) ? header : header + "; filename*=UTF-8''" + encoded(shown);
    }

    /** As URLs are, but for a space and the one character that RFC 8187 wants encoded and URLs do not. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
