package io.hopeit;

/**
 * Which messages of a stream wait for others before an event works on them.
 *
 * <p>Order is about the first time that a message is done. What was in work when its process died is done again, and a
 * dead letter that is put back comes whenever it is put back. A message that waits for another try delays those behind
 * it; as a dead letter it lets them pass.
 *
 * {@snippet :
 * @StreamEvent(read = "accounts", order = Order.KEY, key = "account") // one booking of an account after the other
 * public class BookAmount {
 *     void book(Booking booking, Accounts accounts) {
 *         accounts.book(booking);
 *     }
 * }
 * }
 */
public enum Order {
    /** None: the event is as fast as it goes, and messages can overtake each other. The default. */
    NONE,
    /**
     * Those with equal keys: one is worked on after another, in the order of the stream. A slow key delays only itself.
     *
     * <p>Where {@code hopeit.stream.<name>.shards} is 1, the default, that holds in each instance of the application:
     * several of them can have messages with the same key, and those of an instance that has crashed come late. With 2
     * shards or more it holds across instances and crashes, as each shard is read by one instance at a time; more
     * instances than shards have nothing to do.
     */
    KEY,
    /**
     * All of a queue, or of each of its shards: one is worked on after another, in the order of the stream. One instance
     * at a time reads it, and the others stand by; when it crashes, one of them goes on after about {@code
     * hopeit.stream.<name>.claim-idle} to one and a half times that, with what was in work first.
     */
    STREAM
}
