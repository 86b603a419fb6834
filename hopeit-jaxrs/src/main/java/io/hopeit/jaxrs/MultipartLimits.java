package io.hopeit.jaxrs;

import io.hopeit.config.EventSettings;

/**
 * How much of a form is read before it is refused with 413. All have to be positive.
 *
 * @param maxParts parts of a form, files and texts
 * @param maxHeaderBytes bytes of the headers of one part
 * @param maxBytes bytes of the form as it is sent, with boundaries and headers
 * @param maxFileBytes bytes of one file
 * @param maxTextBytes bytes of one text, and of all texts that a {@link FormData} holds in memory
 */
record MultipartLimits(int maxParts, int maxHeaderBytes, long maxBytes, long maxFileBytes, int maxTextBytes) {
    private static final int PARTS = 100;
    private static final int HEADER_BYTES = 8 * 1024;
    private static final int TEXT_BYTES = 1024 * 1024;

    /** Checks that all are positive. */
    public MultipartLimits {
        requirePositive(maxParts, "maxParts");
        requirePositive(maxHeaderBytes, "maxHeaderBytes");
        requirePositive(maxBytes, "maxBytes");
        requirePositive(maxFileBytes, "maxFileBytes");
        requirePositive(maxTextBytes, "maxTextBytes");
    }

    /** For forms of at most so many bytes: 100 parts, 8 KiB of headers each, 1 MiB of texts, files as large as fit. */
    static MultipartLimits upTo(long maxBytes) {
        return new MultipartLimits(PARTS, HEADER_BYTES, maxBytes, maxBytes, (int) Math.min(maxBytes, TEXT_BYTES));
    }

    /** What configuration says for an event. */
    static MultipartLimits of(EventSettings settings) {
        var usual = upTo(Math.max(1, settings.maxBodySize()));
        long fileBytes = settings.form().maxFileSize().orElse(usual.maxFileBytes());
        return new MultipartLimits(
                settings.form().maxParts(), HEADER_BYTES, usual.maxBytes(), fileBytes, usual.maxTextBytes());
    }

    private static void requirePositive(long value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException("%s has to be positive, and is %d".formatted(name, value));
        }
    }
}
