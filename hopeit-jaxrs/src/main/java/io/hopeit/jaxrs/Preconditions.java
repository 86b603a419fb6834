package io.hopeit.jaxrs;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a request for a file depends on, in the order of RFC 9110: 13.2.2. Servers have this, too, but not alike: a tag
 * goes before a date, and a date that cannot be read is no condition.
 */
record Preconditions(FileState state, HttpRequest request) {
    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");
    /** A file could change twice within the second that a date tells. */
    private static final Duration UNSURE = Duration.ofSeconds(2);

    /** The client means another state of the file. */
    boolean failed() {
        var match = request.header(HttpHeaders.IF_MATCH);
        return match.isPresent()
                ? !isListed(match.get(), true)
                : date(HttpHeaders.IF_UNMODIFIED_SINCE)
                        .map(date -> state.modified().isAfter(date))
                        .orElse(false);
    }

    /** The client has this state of the file. */
    boolean notModified() {
        var noneMatch = request.header(HttpHeaders.IF_NONE_MATCH);
        return noneMatch.isPresent()
                ? isListed(noneMatch.get(), false)
                : date(HttpHeaders.IF_MODIFIED_SINCE)
                        .map(date -> !state.modified().isAfter(date))
                        .orElse(false);
    }

    /** The client has a part of this state of the file, or does not say. */
    boolean rangeApplies() {
        var condition = request.header("If-Range");
        return condition.isEmpty()
                || (condition.get().contains("\"") ? isListed(condition.get(), true) : isSureDate(condition.get()));
    }

    private boolean isSureDate(String text) {
        return parse(text).filter(state.modified()::equals).isPresent()
                && state.modified().isBefore(Instant.now().minus(UNSURE));
    }

    private boolean isListed(String tags, boolean strong) {
        return tags.strip().equals("*")
                || tags(tags).filter(tag -> !strong || tag.group(1) == null).anyMatch(tag -> tag.group(2)
                        .equals(state.tag()));
    }

    private static Stream<MatchResult> tags(String list) {
        return TAG.matcher(list).results();
    }

    private Optional<Instant> date(String header) {
        return request.header(header).flatMap(Preconditions::parse);
    }

    /** In any of the three forms of HTTP. */
    private static Optional<Instant> parse(String date) {
        try {
            var delegate = RuntimeDelegate.getInstance().createHeaderDelegate(Date.class);
            return Optional.of(delegate.fromString(date).toInstant());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
