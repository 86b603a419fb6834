package io.hopeit.spi;

/**
 * What is told about an event.
 *
 * {@snippet :
 * void print(EventDefinition event) {
 *     Docs docs = event.docs();
 *     out.println(event.name() + ": " + (docs.summary().isEmpty() ? "says nothing" : docs.summary()));
 * }
 * }
 *
 * @param summary one line, or empty
 * @param description more, or empty
 */
public record Docs(String summary, String description) {
    /** Nothing is told. */
    public static final Docs NONE = new Docs("", "");
}
