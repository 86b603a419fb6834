package io.hopeit.spi;

/**
 * What is told about an event.
 *
 * @param summary one line, or empty
 * @param description more, or empty
 */
public record Docs(String summary, String description) {
    /** Nothing is told. */
    public static final Docs NONE = new Docs("", "");
}
