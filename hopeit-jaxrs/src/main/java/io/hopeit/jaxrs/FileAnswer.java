package io.hopeit.jaxrs;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Date;

/** How a request for a file is answered, after RFC 9110: 13 and 14. */
sealed interface FileAnswer {
    int PARTIAL_CONTENT = 206;

    /** All of it. */
    record Whole() implements FileAnswer {}

    /** A range of it: both ends are part of it. */
    record Range(long first, long last) implements FileAnswer {}

    /** The client has it. */
    record NotModified() implements FileAnswer {}

    /** 412 when the file is not the one that the client means, 416 when it does not have the range. */
    static FileAnswer of(FileState state, HttpRequest request) {
        boolean isGet = request.method().equals("GET");
        if (!isGet && !request.method().equals("HEAD")) {
            return new Whole();
        }
        var preconditions = new Preconditions(state, request);
        if (preconditions.failed()) {
            throw new ClientErrorException(
                    "the file has changed since the client saw it", Response.Status.PRECONDITION_FAILED);
        }
        if (preconditions.notModified()) {
            return new NotModified();
        }
        return isGet && preconditions.rangeApplies() ? range(state, request) : new Whole();
    }

    private static FileAnswer range(FileState state, HttpRequest request) {
        return request.header("Range")
                .flatMap(ByteRange::parse)
                .map(range -> range.of(state.size()).<FileAnswer>map(r -> r).orElseThrow(() -> unsatisfiable(state)))
                .orElseGet(Whole::new);
    }

    private static ClientErrorException unsatisfiable(FileState state) {
        return new ClientErrorException(
                "the file has %d bytes, and none in this range".formatted(state.size()),
                Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                        .header("Content-Range", "bytes */" + state.size())
                        .build());
    }

    /** The bytes to send. */
    default FilePiece piece(FileState state) {
        return switch (this) {
            case Whole whole -> new FilePiece(state, 0, state.size());
            case Range range -> new FilePiece(state, range.first(), range.last() - range.first() + 1);
            case NotModified none -> new FilePiece(state, 0, 0);
        };
    }

    /** The status of the answer, and what tells one state of the file from another. */
    default ResponseBuilder describe(ResponseBuilder builder, FileState state) {
        builder.tag(new EntityTag(state.tag()))
                .lastModified(Date.from(state.modified()))
                .header("Accept-Ranges", "bytes");
        return switch (this) {
            case Whole whole -> builder;
            case Range(long first, long last) ->
                builder.status(PARTIAL_CONTENT)
                        .header("Content-Range", "bytes %d-%d/%d".formatted(first, last, state.size()));
            case NotModified none -> builder.status(Response.Status.NOT_MODIFIED);
        };
    }
}
