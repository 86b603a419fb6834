package io.hopeit.config;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Finds the name that was probably meant.
 *
 * {@snippet :
 * Nearest.hint("oders", Stream.of("orders", "stock")); //  Did you mean "orders"?
 * }
 *
 * @hidden applications have no use for it
 */
public final class Nearest {
    private Nearest() {}

    /** {@code " Did you mean \"x\"?"} for the candidate nearest to {@code name}, or nothing when none is near. */
    public static String hint(String name, Stream<String> candidates) {
        return candidates
                .map(candidate -> new Candidate(candidate, distance(name, candidate)))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .filter(nearest -> isNear(name, nearest))
                // no letter in common is not near, however short
                .filter(nearest -> nearest.distance()
                        < Math.max(name.length(), nearest.name().length()))
                .map(nearest -> " Did you mean \"" + nearest.name() + "\"?")
                .orElse("");
    }

    /** A third of it may be wrong, or as much be left out as is there. */
    private static boolean isNear(String name, Candidate candidate) {
        int own = name.length() - shared(name, candidate.name());
        boolean isShortened = candidate.distance() == candidate.name().length() - name.length();
        return candidate.distance() <= Math.max(2, isShortened ? own : own / 3);
    }

    /** How much of their beginning is the same, in whole words: a long key is not near to all others of its group. */
    private static int shared(String name, String candidate) {
        int end = 0;
        for (int i = 0; i < Math.min(name.length(), candidate.length()) && name.charAt(i) == candidate.charAt(i); i++) {
            end = Character.isLetterOrDigit(name.charAt(i)) ? end : i + 1;
        }
        return end;
    }

    private record Candidate(String name, int distance) {}

    /** Levenshtein distance: how many letters to add, drop or change. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
