package io.hopeit.sample.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the application keeps what it needs beside its Somethings. Thread-safe. */
@ApplicationScoped
public class Workplace {
    private static final String IMAGE = "hopeit-iso.png";

    @Inject
    @ConfigProperty(name = "simple-example.base.path")
    String path;

    private Path base() {
        return Path.of(path).toAbsolutePath().normalize();
    }

    /** Makes the folders, and puts the image there that can be downloaded. */
    public void prepare() throws IOException {
        Files.createDirectories(downloads());
        Files.createDirectories(uploads());
        try (InputStream image = Objects.requireNonNull(getClass().getResourceAsStream("/downloads/" + IMAGE))) {
            Files.copy(image, downloads().resolve(IMAGE), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether {@link #prepare} has been called. */
    public boolean isPrepared() {
        return Files.isRegularFile(downloads().resolve(IMAGE));
    }

    /** What clients can download. */
    public Path downloads() {
        return base().resolve("downloads");
    }

    /** What clients have uploaded. */
    public Path uploads() {
        return base().resolve("simple_example.1x0.upload_something.save_path");
    }

    /** The lines that batches of Somethings become. */
    public Path events() {
        return base().resolve("simple_example.1x0.storage.save_events_fs.path");
    }
}
