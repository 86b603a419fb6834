package io.hopeit.spi;

import io.hopeit.QueueStrategy;
import io.hopeit.StreamEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Where results are published.
 *
 * {@snippet :
 * void print(WriteTo output, EventContext context) {
 *     for (WriteTo.Target target : output.targets(context.queue())) {
 *         out.println(target.queue() + " is " + target.key()); // high is shop.1x0.orders.high
 *     }
 * }
 * }
 *
 * @param stream the stream
 * @param queues its queues, each of which is written
 * @param strategy what becomes of the queue that the event's own message came from
 */
public record WriteTo(StreamDefinition stream, List<String> queues, QueueStrategy strategy) {
    public WriteTo {
        queues = List.copyOf(queues);
    }

    /**
     * One message to write.
     *
     * @param key the key in Redis
     * @param queue the queue's name in the message
     */
    public record Target(String key, String queue) {}

    /** The messages that one result becomes, when the event's own message came from queue {@code upstream}. */
    public List<Target> targets(String upstream) {
        var targets = new ArrayList<Target>(queues.size());
        for (String queue : queues) {
            targets.add(target(queue, upstream));
        }
        return targets;
    }

    private Target target(String queue, String upstream) {
        boolean propagate = strategy == QueueStrategy.PROPAGATE;
        return new Target(stream.key(written(queue, upstream)), propagate ? upstream : queue);
    }

    /** The one of the stream's queues that a result goes to by {@code queue}, one of those here. */
    public String written(String queue, String upstream) {
        boolean propagate = strategy == QueueStrategy.PROPAGATE;
        return propagate && queue.equals(StreamEvent.AUTO) ? upstream : queue;
    }

    @Override
    public String toString() {
        return "writes " + String.join(", ", queues.stream().map(stream::key).toList());
    }
}
