package io.hopeit.sample.model;

import io.hopeit.DataObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Example Something event.
 *
 * @param id its id, which is also the name of its file
 * @param user whose it is
 * @param status what happened to it last
 * @param history what happened to it before
 */
@DataObject(value = "model.Something", eventId = "id", eventTs = "status.ts")
public record Something(
        @NotBlank @Pattern(regexp = FILE_NAME, message = "must be fit for a file name")
        String id,

        @NotNull @Valid User user,
        @Valid @Nullable Status status,
        @Valid List<Status> history)
        implements QueryResult {

    /** At most 128 characters, and none that separates folders or controls a terminal. */
    public static final String FILE_NAME = "[^/\\\\\\x00-\\x1f\\x7f]{0,128}";

    public Something {
        history = history == null ? List.of() : List.copyOf(history);
    }

    /** The same with a new status; the one before goes to the history. */
    public Something with(StatusType type, Instant ts) {
        var before = status == null
                ? history
                : Stream.concat(history.stream(), Stream.of(status)).toList();
        return new Something(id, user, new Status(ts, type), before);
    }
}
