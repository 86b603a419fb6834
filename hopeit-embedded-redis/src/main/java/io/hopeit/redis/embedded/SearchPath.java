package io.hopeit.redis.embedded;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Directories in which installed programs are looked up, in this order. */
record SearchPath(List<String> directories) {
    private static final boolean WINDOWS = File.separatorChar == '\\';

    /** Those of the environment variable PATH, then the usual ones. */
    static SearchPath ofSystem() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        Stream<String> usual = Stream.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin");
        return new SearchPath(Stream.concat(Stream.of(path.split(File.pathSeparator)), usual)
                .filter(directory -> !directory.isBlank())
                .toList());
    }

    /** The first of these programs that is in any directory. */
    Optional<Path> find(String... programs) {
        return Stream.of(programs)
                .map(program -> WINDOWS ? program + ".exe" : program)
                .flatMap(program -> directories.stream().map(directory -> new File(directory, program)))
                .filter(file -> file.isFile() && file.canExecute())
                .findFirst()
                .map(file -> file.getAbsoluteFile().toPath());
    }
}
