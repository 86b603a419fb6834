package io.hopeit.sample.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The keys of the reference, {@code docs/configuration.md}, which a test of its own keeps true. */
record KnownKeys(List<Pattern> patterns) {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(hopeit\\.[^`]+)`");

    static KnownKeys read() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "configuration.md"));
        return new KnownKeys(ROW.matcher(page)
                .results()
                .map(row -> row.group(1).replace(".", "\\.").replaceAll("<\\w+>", "[\\\\w.-]+"))
                .map(Pattern::compile)
                .toList());
    }

    /** The keys of hopeit's own in an example that nothing reads. */
    List<String> unknown(Example example) {
        return example.text()
                .lines()
                .filter(line -> line.strip().startsWith("hopeit."))
                .map(line -> line.strip().split("=", 2)[0].replace("-defaults.", ".any."))
                .filter(key ->
                        patterns.stream().noneMatch(known -> known.matcher(key).matches()))
                .toList();
    }
}
