package io.hopeit.spi;

import java.time.Duration;
import java.util.List;

/**
 * What becomes of a message when its work fails.
 *
 * {@snippet :
 * var policy = new FailurePolicy(
 *         3, Duration.ofSeconds(1), Duration.ofMinutes(1), List.of(IOException.class), List.of(), true);
 * policy.isRetried(new FileNotFoundException()); // true
 * policy.pauseAfter(2); // PT2S
 * }
 *
 * @param maxDeliveries how often it is delivered at most, at least 1; 5 of events that say nothing
 * @param backoff the pause before the second delivery, which doubles each time; zero for none, a second of events that say
 *     nothing
 * @param maxBackoff the longest such pause, not shorter; a minute of events that say nothing
 * @param retryOn after what it is tried again
 * @param abortOn after what it is not, whatever {@code retryOn} says
 * @param deadLetter whether one that is not tried again is kept, else dropped
 */
public record FailurePolicy(
        int maxDeliveries,
        Duration backoff,
        Duration maxBackoff,
        List<Class<? extends Throwable>> retryOn,
        List<Class<? extends Throwable>> abortOn,
        boolean deadLetter) {
    /** That of events that say nothing. */
    public static final FailurePolicy DEFAULT = new FailurePolicy(
            5, Duration.ofSeconds(1), Duration.ofMinutes(1), List.of(Throwable.class), List.of(), true);

    /** @throws IllegalArgumentException for less than one delivery, a negative pause, or a longest one that is shorter */
    public FailurePolicy {
        if (maxDeliveries < 1 || backoff.isNegative() || backoff.compareTo(maxBackoff) > 0) {
            throw new IllegalArgumentException(
                    "not a policy: %d deliveries, %s up to %s".formatted(maxDeliveries, backoff, maxBackoff));
        }
        retryOn = List.copyOf(retryOn);
        abortOn = List.copyOf(abortOn);
    }

    /** Whether a message that has failed with this is tried again, if it has deliveries left. */
    public boolean isRetried(Throwable failure) {
        return isAny(retryOn, failure) && !isAny(abortOn, failure);
    }

    private static boolean isAny(List<Class<? extends Throwable>> types, Throwable failure) {
        return types.stream().anyMatch(type -> type.isInstance(failure));
    }

    /** The pause after so many deliveries, at least 1. */
    public Duration pauseAfter(long deliveries) {
        var pause = backoff;
        for (long i = 1; i < deliveries && !pause.isZero() && pause.compareTo(maxBackoff) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(maxBackoff) < 0 ? pause : maxBackoff;
    }
}
