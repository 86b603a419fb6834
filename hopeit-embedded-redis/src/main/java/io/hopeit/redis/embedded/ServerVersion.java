package io.hopeit.redis.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What an executable says of itself: {@code Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64}. */
record ServerVersion(Path file) {
    private static final Pattern VERSION = Pattern.compile("\\bv=(\\d{1,6})\\.(\\d{1,6})");
    private static final int PATIENCE_SECONDS = 10;

    /** Whether it says that it is older; one that says nothing is taken as it is, and tells when it is started. */
    boolean isBefore(int major, int minor) {
        var version = VERSION.matcher(text());
        if (!version.find()) {
            return false;
        }
        int ownMajor = Integer.parseInt(version.group(1));
        return ownMajor < major || (ownMajor == major && Integer.parseInt(version.group(2)) < minor);
    }

    private String text() {
        try {
            return output();
        } catch (IOException e) {
            return ""; // it is no program, and its start will say so
        }
    }

    private String output() throws IOException {
        var process = new ProcessBuilder(file.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        try {
            boolean hasEnded = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return hasEnded ? new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8) : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } finally {
            process.destroyForcibly();
        }
    }
}
