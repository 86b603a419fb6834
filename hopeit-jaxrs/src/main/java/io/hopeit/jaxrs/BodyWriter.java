package io.hopeit.jaxrs;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the body of a response, piece by piece.
 *
 * {@snippet :
 * @Postprocess
 * void send(Report report, HttpResponse response) {
 *     response.setContentType("text/csv");
 *     response.stream(report.size(), out -> report.writeTo(out));
 * }
 * }
 */
@FunctionalInterface
public interface BodyWriter {
    /**
     * Runs on the thread of the request, after the headers are decided.
     *
     * @throws IOException when the client has gone, or what is written cannot be read; as any failure, it cuts the connection
     */
    void write(OutputStream out) throws IOException;
}
