package io.hopeit.sample.model;

import io.hopeit.DataObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
        List<@NotNull @Valid Status> history)
        implements QueryResult {

    /** At most 60 characters, and none that separates folders, controls a terminal or is half a character. */
    public static final String FILE_NAME = "[^/\\\\\\x00-\\x1f\\x7f\\ud800-\\udfff]{0,60}";

    public Something {
        // nulls are kept for validation to find
        history = history == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(history));
    }

    /** The same with a new status; the one before goes to the history. */
    public Something with(StatusType type, Instant ts) {
        var before = status == null
                ? history
                : Stream.concat(history.stream(), Stream.of(status)).toList();
        return new Something(id, user, new Status(ts, type), before);
    }
}
