package io.hopeit.jaxrs;

/** Which statuses an application may answer with. */
final class StatusRange {
    private static final int FIRST = 200;
    private static final int LAST = 599;

    private StatusRange() {}

    static int checked(int status) {
        if (status < FIRST || status > LAST) {
            throw new IllegalArgumentException("a status is %d to %d, not %d".formatted(FIRST, LAST, status));
        }
        return status;
    }
}
