package io.hopeit.jaxrs;

/** What is left of a file name that a client sent. */
final class FileName {
    private FileName() {}

    /**
     * The last segment of a path, without control and formatting characters, quotes and separators; empty when nothing
     * is left that could name a file.
     */
    static String clean(String untrusted) {
        var unquoted = untrusted.replace("\\\"", "\"");
        int last = Math.max(unquoted.lastIndexOf('/'), unquoted.lastIndexOf('\\'));
        var name = new StringBuilder();
        unquoted.substring(last + 1).codePoints().filter(FileName::isKept).forEach(name::appendCodePoint);
        var clean = name.toString().strip();
        return clean.equals(".") || clean.equals("..") ? "" : clean;
    }

    private static boolean isKept(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> c != '"' && c != '\'';
        };
    }
}
