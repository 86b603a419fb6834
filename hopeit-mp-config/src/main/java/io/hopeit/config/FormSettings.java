package io.hopeit.config;

import java.util.Optional;

/**
 * How much of a form an event takes; more is a 413.
 *
 * {@snippet lang="properties" :
 * hopeit.event.photos.upload.max-file-size=10485760
 * }
 *
 * @param maxParts files and texts of a form; key {@code max-parts}, default 100
 * @param maxFileSize bytes of one file; key {@code max-file-size}, by default as many as the whole body may have
 */
public record FormSettings(int maxParts, Optional<Long> maxFileSize) {

    /** The defaults. */
    public static FormSettings defaults() {
        return new FormSettings(100, Optional.empty());
    }
}
