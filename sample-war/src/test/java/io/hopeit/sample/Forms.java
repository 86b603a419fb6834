package io.hopeit.sample;

/** Bodies of forms, with boundary {@code b}. */
final class Forms {
    /** All that {@code upload-something} needs. */
    static final String WITH_A_FILE = """
            --b
            Content-Disposition: form-data; name="id"

            1
            --b
            Content-Disposition: form-data; name="user"

            u
            --b
            Content-Disposition: form-data; name="object"
            Content-Type: application/json

            {"id":"o1","user":{"id":"ou","name":"oun"}}
            --b
            Content-Disposition: form-data; name="attachment"; filename="up.txt"
            Content-Type: text/plain

            hello
            --b--
            """;

    private Forms() {}

    /** With the ends of lines that forms have. */
    static String lines(String form) {
        return form.replace("\n", "\r\n");
    }
}
