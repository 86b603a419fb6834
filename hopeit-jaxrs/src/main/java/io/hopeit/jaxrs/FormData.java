package io.hopeit.jaxrs;

import io.hopeit.spi.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form that has arrived as a whole: texts in memory, files in a directory of its own that only the owner of the
 * process can read. {@link #close} deletes it. Not thread-safe.
 *
 * {@snippet :
 * @Preprocess
 * Photo read(HttpRequest request) throws IOException {
 *     var form = request.form();
 *     return new Photo(form.text("title").orElse(""), form.files("file").getFirst().saveTo(album, "photo.jpg"));
 * }
 * }
 */
public final class FormData implements AutoCloseable {
    private static final Logger LOG = System.getLogger("io.hopeit.http");
    private static final String UNNAMED = "file";

    private final Path parent;
    private final int maxTextBytes;
    private final Json json;
    private final List<TextPart> texts = new ArrayList<>();
    private final List<UploadedFile> files = new ArrayList<>();
    private @Nullable Path directory;

    private FormData(Path parent, int maxTextBytes, Json json) {
        this.parent = parent;
        this.maxTextBytes = maxTextBytes;
        this.json = json;
    }

    /** Receives all parts; {@code parent} is where the directory is made, when there is a file. */
    static FormData receive(Parts parts, Path parent, Json json) {
        var form = new FormData(parent, parts.limits().maxTextBytes(), json);
        boolean received = false;
        try {
            form.addAll(parts);
            received = true;
            return form;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!received) {
                form.close();
            }
        }
    }

    private void addAll(Parts parts) throws IOException {
        long textBytes = 0;
        for (Part part : parts) {
            if (part.isFile()) {
                addFile(part);
                continue;
            }
            var text = part.read();
            textBytes += text.size();
            if (textBytes > parts.limits().maxTextBytes()) {
                throw UploadErrors.tooLarge(
                        "the texts are too large", parts.limits().maxTextBytes(), "bytes");
            }
            texts.add(text);
        }
    }

    /** The name that the client gave it is not used. */
    private void addFile(Part part) throws IOException {
        if (directory == null) {
            directory = Files.createTempDirectory(parent, "hopeit-form-");
        }
        var path = directory.resolve(String.valueOf(files.size()));
        long size = part.copyTo(path);
        boolean chosen = size > 0 || part.fileName().isPresent();
        if (chosen) {
            var name = part.fileName().orElse(UNNAMED);
            files.add(new UploadedFile(part.name(), name, part.contentType(), size, path));
        }
    }

    private Stream<TextPart> all(String name) {
        return texts.stream().filter(text -> text.name().equals(name));
    }

    /** The first text of a field. */
    public Optional<String> text(String name) {
        return all(name).findFirst().map(TextPart::text);
    }

    /** All texts of a field, in the order that they came in. */
    public List<String> texts(String name) {
        return all(name).map(TextPart::text).toList();
    }

    /**
     * The value that the first text of a field says in JSON, or its first file, as scripts in browsers send it; 400 if
     * it is none of this type.
     */
    public <T> Optional<T> json(String name, Class<T> type) {
        return json(name, (Type) type).map(type::cast);
    }

    /** The same, for types with arguments. */
    public Optional<Object> json(String name, Type type) {
        return all(name).findFirst().or(() -> fileAsText(name)).map(text -> text.json(json, type));
    }

    private Optional<TextPart> fileAsText(String name) {
        return files(name).stream().findFirst().map(file -> {
            if (file.size() > maxTextBytes) {
                throw UploadErrors.tooLarge("the part %s is too large".formatted(name), maxTextBytes, "bytes");
            }
            try {
                return new TextPart(name, file.contentType(), Files.readAllBytes(file.path()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The files of a field, in the order that they came in; a file input in which none was chosen has none. */
    public List<UploadedFile> files(String name) {
        return files.stream().filter(file -> file.field().equals(name)).toList();
    }

    /** Deletes the files that are still there. May be called again. */
    @Override
    public void close() {
        try {
            if (directory != null) {
                PrivateFiles.deleteTree(directory);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "files of a form are left in " + directory, e);
        }
    }
}
