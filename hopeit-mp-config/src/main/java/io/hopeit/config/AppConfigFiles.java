package io.hopeit.config;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the files of an {@link AppConfigSource}. A Config cannot be asked: it is being made. */
final class AppConfigFiles {
    private static final String RESOURCE = "META-INF/hopeit-app.json";

    /** A file and its text, or what is wrong with it. */
    record Found(String name, @Nullable String text, String problem) {
        Found(String name, String text) {
            this(name, text, "");
        }
    }

    private AppConfigFiles() {}

    /** The names of the files, when they are named. */
    static Optional<String> named() {
        return Optional.ofNullable(System.getProperty("hopeit.app-config"))
                .or(() -> Optional.ofNullable(System.getenv("HOPEIT_APP_CONFIG")))
                .filter(names -> !names.isBlank());
    }

    static List<Found> find() {
        return named().map(names ->
                        Values.list(names).stream().map(AppConfigFiles::read).toList())
                .orElseGet(AppConfigFiles::onClassPath);
    }

    private static Found read(String name) {
        try {
            return new Found(name, Files.readString(Path.of(name)));
        } catch (IOException | InvalidPathException e) {
            var problem =
                    "cannot be read (%s). Name files in UTF-8 that exist, separated by commas, in hopeit.app-config."
                            .formatted(e.getClass().getSimpleName());
            return new Found(name, null, problem);
        }
    }

    private static List<Found> onClassPath() {
        try {
            var context = Thread.currentThread().getContextClassLoader();
            var loader = context == null ? AppConfigFiles.class.getClassLoader() : context;
            var all = Collections.list(loader.getResources(RESOURCE));
            return all.reversed().stream()
                    .map(url -> read(url, all.size() == 1 ? RESOURCE : url.toString()))
                    .toList();
        } catch (IOException e) {
            return List.of(new Found(RESOURCE, null, "cannot be looked for on the class path: " + e.getMessage()));
        }
    }

    private static Found read(URL url, String name) {
        try {
            var connection = url.openConnection();
            // or a jar that is deployed anew is read as it was
            connection.setUseCaches(false);
            try (var in = connection.getInputStream()) {
                return new Found(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return new Found(
                    name, null, "cannot be read (%s).".formatted(e.getClass().getSimpleName()));
        }
    }
}
