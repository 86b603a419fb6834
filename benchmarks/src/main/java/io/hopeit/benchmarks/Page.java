package io.hopeit.benchmarks;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of which some parts are written by a program, each between comments with its name, and the rest by hand.
 *
 * @param text all of it
 */
record Page(String text) {
    /** Where a part is. */
    private record Place(int from, int to) {}

    private Place place(String part) {
        var begins = "<!-- " + part + " -->\n";
        var ends = "<!-- end of " + part + " -->";
        int from = text.indexOf(begins) + begins.length();
        int to = text.indexOf(ends);
        if (from < begins.length() || to < from) {
            throw new IllegalArgumentException(
                    "the page has no lines '%s' and '%s', for what has been measured to be put between them"
                            .formatted(begins.strip(), ends));
        }
        return new Place(from, to);
    }

    /** With another text for one part, which ends with a line break. */
    Page with(String part, String renewed) {
        var place = place(part);
        return new Page(text.substring(0, place.from()) + renewed + text.substring(place.to()));
    }

    /** With another section in a part: the one whose line below its heading has this name, or a new one at the end. */
    Page withSection(String part, String name, String renewed) {
        return with(part, "(?m)(?=^### )", "(?s)### [^\n]*\n`" + name + "`.*", renewed);
    }

    /** With another row in the table that a part is: the one for this name, or a new one at the end. */
    Page withRow(String part, String name, String renewed) {
        return with(part, "(?m)(?=^)", "(?s)\\| `" + name + "` .*", renewed);
    }

    /** With another text for the one of its pieces that is like this, or for none at the end. */
    private Page with(String part, String border, String like, String renewed) {
        var place = place(part);
        var pieces = text.substring(place.from(), place.to()).split(border);
        boolean isThere = Arrays.stream(pieces).anyMatch(piece -> piece.matches(like));
        var all = Stream.concat(
                Arrays.stream(pieces).map(piece -> piece.matches(like) ? renewed : piece),
                isThere ? Stream.empty() : Stream.of(renewed));
        return with(part, all.collect(Collectors.joining()));
    }
}
