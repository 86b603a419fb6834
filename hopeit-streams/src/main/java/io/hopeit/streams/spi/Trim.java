package io.hopeit.streams.spi;

import java.time.Duration;

/**
 * Which old entries a stream drops, about; servers drop whole blocks of some hundred.
 *
 * {@snippet :
 * var lastWeek = new Trim(0, Duration.ofDays(7), false, false);
 * var whatAllHaveDone = new Trim(0, Duration.ZERO, true, false);
 * }
 *
 * @param maxLength those before the last this many; 0 for no such rule
 * @param maxAge those that are older by the server's clock; zero for no such rule
 * @param acknowledged all that every group has acknowledged
 * @param unread whether those that are too many or too old are dropped though a group has not acknowledged or not even
 *     read them, which is then lost to it; otherwise they stay, whatever the other rules say, and so does everything of a
 *     stream without groups
 */
public record Trim(long maxLength, Duration maxAge, boolean acknowledged, boolean unread) {
    /** Nothing is dropped. */
    public static final Trim NONE = new Trim(0, Duration.ZERO, false, false);

    /** Whether it never drops anything. */
    public boolean isNone() {
        return maxLength == 0 && maxAge.isZero() && !acknowledged;
    }
}
