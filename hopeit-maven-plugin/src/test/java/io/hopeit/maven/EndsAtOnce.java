package io.hopeit.maven;

/** An application that does not start, and says why. */
final class EndsAtOnce {
    private EndsAtOnce() {}

    public static void main(String[] args) {
        System.out.println("starting");
        System.err.println("no database");
        System.exit(3);
    }
}
