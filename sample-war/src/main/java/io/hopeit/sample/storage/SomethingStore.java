package io.hopeit.sample.storage;

import io.hopeit.sample.model.QueryResult;
import io.hopeit.sample.model.Something;
import io.hopeit.sample.model.SomethingNotFound;
import io.hopeit.sample.model.Status;
import io.hopeit.spi.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Somethings in files, one JSON file each, in a folder for each hour of their status. Thread-safe. */
@ApplicationScoped
public class SomethingStore {
    /** A folder below the store's own: it cannot lead out of it. */
    public static final String PARTITION = "[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*/?";

    private static final String SUFFIX = ".json";
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu/MM/dd/HH").withZone(ZoneOffset.UTC);

    @Inject
    @ConfigProperty(name = "simple-example.storage.path")
    String path;

    @Inject
    Json json;

    private Path base() {
        return Path.of(path).toAbsolutePath().normalize();
    }

    /** Stores it, so that a reader sees the file whole or not at all, and returns the path of its file. */
    public String save(Something something) throws IOException {
        var folder = base().resolve(HOUR.format(time(something.status())));
        Files.createDirectories(folder);
        var file = inside(folder, something.id() + SUFFIX);
        var whole = folder.resolve("." + UUID.randomUUID());
        try {
            Files.write(whole, json.write(something));
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
        return file.toString();
    }

    private static Instant time(@Nullable Status status) {
        return status == null ? Instant.now() : status.ts();
    }

    /** The one with this id that was stored in an hour, {@code YYYY/MM/DD/HH}. */
    public QueryResult load(String partition, String id) throws IOException {
        var folder = inside(base(), partition);
        try {
            return read(inside(folder, id + SUFFIX));
        } catch (NoSuchFileException e) {
            return new SomethingNotFound(folder.toString(), id);
        }
    }

    /** Those whose id matches, in a folder when {@code wildcard} names one, {@code 2026/11/21/05/a*}, else in all. */
    public List<Something> find(String wildcard) throws IOException {
        var found = new ArrayList<Something>();
        for (Path file : files(new Wildcard(wildcard + SUFFIX))) {
            found.add(read(file));
        }
        return found;
    }

    private SortedSet<Path> files(Wildcard pattern) throws IOException {
        var files = new TreeSet<Path>();
        if (Files.isDirectory(base())) {
            Files.walkFileTree(base(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (matches(pattern, file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE; // it was being written, and has got its name meanwhile
                    }
                    throw failure;
                }
            });
        }
        return files;
    }

    private boolean matches(Wildcard pattern, Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(SUFFIX)
                && !name.startsWith(".")
                && pattern.matches(
                        pattern.namesFolder() ? base().relativize(file).toString() : name);
    }

    private Something read(Path file) throws IOException {
        return (Something) Objects.requireNonNull(json.read(Files.readAllBytes(file), Something.class));
    }

    /** Never outside of the folder, whatever the name says. */
    private static Path inside(Path folder, String name) {
        var path = folder.resolve(name).normalize();
        if (!path.startsWith(folder)) {
            throw new BadRequestException("\"%s\" is not a file's name".formatted(name));
        }
        return path;
    }
}
