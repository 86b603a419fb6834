package io.hopeit.jaxrs;

import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a form says of itself.
 *
 * @param name the name of the field
 * @param isFile whether it has a file name, even an empty one
 * @param fileName cleaned; may be empty
 * @param type of a text that says nothing, {@code text/plain}; of a file, {@code application/octet-stream}
 */
record PartHeader(String name, boolean isFile, String fileName, MediaType type) {
    private static final String FILE_NAME = "filename";
    private static final Pattern FOLD = Pattern.compile("\r\n[ \t]+");

    static PartHeader parse(String block) {
        var lines = lines(block);
        var disposition = parameters(lines.getOrDefault("content-disposition", ""));
        var name = disposition.get("name");
        if (!disposition.containsKey("form-data") || name == null || !isName(name)) {
            throw UploadErrors.malformed("each part needs a Content-Disposition: form-data with a name");
        }
        boolean isFile = disposition.containsKey(FILE_NAME);
        var fileName = disposition.get(FILE_NAME);
        return new PartHeader(
                name,
                isFile,
                fileName == null ? "" : FileName.clean(fileName),
                type(lines.get("content-type"), isFile));
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.chars().noneMatch(Character::isISOControl);
    }

    /** By name in lower case; a line that begins with a space goes on from the one before. */
    private static Map<String, String> lines(String block) {
        var lines = new HashMap<String, String>();
        for (String line : FOLD.matcher(block).replaceAll(" ").split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                lines.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return lines;
    }

    /** Those without a value have null. */
    private static Map<String, String> parameters(String disposition) {
        try {
            var parser = new ParameterParser();
            parser.setLowerCaseNames(true);
            return parser.parse(disposition, ';');
        } catch (RuntimeException e) { // of many kinds, for encodings that are no encodings
            throw UploadErrors.malformed("a part has a Content-Disposition that cannot be read");
        }
    }

    private static MediaType type(@Nullable String type, boolean isFile) {
        var fallback = isFile ? MediaType.APPLICATION_OCTET_STREAM_TYPE : MediaType.TEXT_PLAIN_TYPE;
        try {
            return type == null ? fallback : MediaType.valueOf(type);
        } catch (IllegalArgumentException e) {
            return fallback;
        }
    }
}
