package io.hopeit.maven;

/** Which document: it is named alike in goals, in properties, in the address and at its own root. */
enum DocumentKind {
    /** Of events that are requested. Its {@code servers} are left out: they depend on where it is published. */
    OPENAPI("OpenAPI", "openapi"),
    /** Of events that read or write streams. */
    ASYNCAPI("AsyncAPI", "asyncapi");

    private final String title;
    private final String word;

    DocumentKind(String title, String word) {
        this.title = title;
        this.word = word;
    }

    /** What may be wrong when there is no such document. */
    String whyMissing() {
        return switch (this) {
            case OPENAPI -> "";
            case ASYNCAPI ->
                ": without hopeit-streams, and without an event that reads or writes a stream, there is none";
        };
    }

    /** For people. */
    String title() {
        return title;
    }

    /** The path without a slash, the prefix of goals, and the member that says the version. */
    String word() {
        return word;
    }

    /** The prefix of properties: {@code hopeit.openapi}. */
    String property() {
        return "hopeit." + word;
    }
}
