package io.hopeit;

/**
 * What an event that was triggered by a message of some queue does with the name of that queue when it publishes.
 *
 * {@snippet :
 * @StreamEvent(read = "orders", queues = {"urgent", StreamEvent.AUTO})
 * @WriteStream(value = "invoices", strategy = QueueStrategy.PROPAGATE) // an urgent order has an urgent invoice
 * public class WriteInvoice {
 *     Invoice write(PlacedOrder order) {
 *         return new Invoice(order.id());
 *     }
 * }
 * }
 */
public enum QueueStrategy {
    /** Forgets it: results go to the queues that are named. */
    DROP,
    /** Hands it on: results carry its name, and {@link StreamEvent#AUTO} stands for it. */
    PROPAGATE
}
