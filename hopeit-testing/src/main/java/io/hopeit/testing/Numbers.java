package io.hopeit.testing;

/** How many of something a test asks for. */
final class Numbers {
    private Numbers() {}

    /** None would be a test of nothing. */
    static void checkPositive(int number, String name) {
        if (number < 1) {
            throw new IllegalArgumentException("%s is %d: at least 1 has to be asked for.".formatted(name, number));
        }
    }
}
