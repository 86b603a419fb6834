package io.hopeit.redis.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** The server that an embedded Redis would run, for tests that start it with flags of their own. */
public final class InstalledServer {
    private InstalledServer() {}

    /** Its executable; a bundled one is unpacked into the directory. */
    public static Path executable(Path directory) throws IOException {
        return ServerBinary.choose(directory).file();
    }
}
