package io.hopeit.jaxrs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that come from outside, as files below a directory.
 *
 * {@snippet :
 * Path file = SafePath.within(images, name); // 400 for ../../etc/passwd
 * }
 */
public final class SafePath {
    private static final int MAX_BYTES = 255;
    private static final Pattern RESERVED =
            Pattern.compile("(CON|PRN|AUX|NUL|(COM|LPT)[0-9¹²³]) *(\\..*)?", Pattern.CASE_INSENSITIVE);

    private SafePath() {}

    /**
     * The file that a name means below a directory that exists; the file itself need not. The name may have segments:
     * {@code 2026/11/x.json}. It is taken as it is, nothing is decoded.
     *
     * <p>Refused are: an empty name or segment, {@code .} and {@code ..}, absolute names, control characters,
     * {@code \} and {@code :}, more than 255 bytes in UTF-8, names that Windows reserves, and symbolic links that lead
     * out of the directory. Somebody else who may write to the directory can still change it afterwards.
     *
     * @throws jakarta.ws.rs.WebApplicationException a 400, when the name is refused
     */
    public static Path within(Path base, String untrustedName) {
        if (untrustedName.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw refused("is longer than %d bytes".formatted(MAX_BYTES));
        }
        var path = base;
        for (String segment : untrustedName.split("/", -1)) {
            check(segment);
            path = resolve(path, segment);
            checkLink(base, path);
        }
        return path;
    }

    private static void check(String segment) {
        if (segment.isBlank() || Set.of(".", "..").contains(segment)) {
            throw refused("has an empty segment, or . or ..");
        }
        if (segment.chars().anyMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c))) {
            throw refused("has a character that is not allowed");
        }
        if (segment.endsWith(".")
                || segment.endsWith(" ")
                || RESERVED.matcher(segment.strip()).matches()) {
            throw refused("is not allowed on all systems");
        }
    }

    private static Path resolve(Path directory, String segment) {
        try {
            return directory.resolve(segment);
        } catch (InvalidPathException e) {
            throw refused("has a character that is not allowed");
        }
    }

    /** What is not there yet leads nowhere; a link to what is not there does. */
    private static void checkLink(Path base, Path path) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.exists(path) || !real(path).startsWith(real(base))) {
            throw refused("leads out of the directory");
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException refused(String why) {
        return RequestException.badRequest("file name", why);
    }
}
