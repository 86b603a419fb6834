package io.hopeit.jaxrs;

import java.nio.file.Path;

/** What the body of a response is made of. */
sealed interface ResponseBody {
    /** What the event's result says. */
    record Result() implements ResponseBody {}

    /** A file. */
    record OfFile(Path file) implements ResponseBody {}

    /** What an application writes; {@code length} in bytes. */
    record Streamed(long length, BodyWriter writer) implements ResponseBody {}
}
