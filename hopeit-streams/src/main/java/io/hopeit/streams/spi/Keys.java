package io.hopeit.streams.spi;

/**
 * Keys beside that of a stream, in the same slot of a cluster as the stream itself.
 *
 * {@snippet :
 * Keys.deadLetters("shop.1x0.orders"); // {shop.1x0.orders}:dlq
 * Keys.retries("shop.1x0.orders", "shop.1x0.ship"); // {shop.1x0.orders}:retry:shop.1x0.ship
 * }
 */
public final class Keys {
    private Keys() {}

    /** What all of them begin with: {@code {shop.1x0.orders}:}. */
    public static String beside(String key) {
        return tagged(key) + ":";
    }

    /** The stream of dead letters: {@code {shop.1x0.orders}:dlq}. */
    public static String deadLetters(String key) {
        return beside(key) + "dlq";
    }

    /** When which pending entry of a group is to be tried again: a sorted set, times in ms of the server's clock. */
    public static String retries(String key, String group) {
        return beside(key) + "retry:" + group;
    }

    /** That an entry with this id has been appended: {@code {shop.1x0.orders}:once:o1}. */
    public static String once(String key, String id) {
        return beside(key) + "once:" + id;
    }

    /** Whose a shard is: {@code {shop.1x0.orders}:owner:shop.1x0.ship:3}. */
    public static String owner(String key, String group, int shard) {
        return beside(key) + "owner:" + group + ":" + shard;
    }

    /** Which consumers of a group want shards: a sorted set, times in ms of the server's clock. */
    public static String present(String key, String group) {
        return beside(key) + "present:" + group;
    }

    /** A key in braces hashes as without them; one that has a tag in braces already keeps it. */
    private static String tagged(String key) {
        int open = key.indexOf('{');
        int close = key.indexOf('}', open + 1);
        boolean isTagged = open >= 0 && close > open + 1;
        return isTagged ? key : "{" + key + "}";
    }
}
