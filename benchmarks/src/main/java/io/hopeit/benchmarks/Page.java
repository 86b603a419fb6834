package io.hopeit.benchmarks;

/**
 * A page of which some parts are written by a program, each between comments with its name, and the rest by hand.
 *
 * @param text all of it
 */
record Page(String text) {
    /** With another text for one part, which ends with a line break. */
    Page with(String part, String renewed) {
        var begins = "<!-- " + part + " -->\n";
        var ends = "<!-- end of " + part + " -->";
        int from = text.indexOf(begins) + begins.length();
        int to = text.indexOf(ends);
        if (from < begins.length() || to < from) {
            throw new IllegalArgumentException(
                    "the page has no lines '%s' and '%s', for what has been measured to be put between them"
                            .formatted(begins.strip(), ends));
        }
        return new Page(text.substring(0, from) + renewed + text.substring(to));
    }
}
