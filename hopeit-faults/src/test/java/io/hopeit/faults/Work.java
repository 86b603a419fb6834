package io.hopeit.faults;

import io.hopeit.EventContext;
import io.hopeit.Order;
import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;

/** The events of the application that has to survive. */
final class Work {
    private Work() {}

    /** Does jobs. */
    @StreamEvent(value = "work", read = "jobs")
    static class Do {
        void run(Job job, EventContext context, Tasks tasks) throws InterruptedException {
            tasks.run(job, context);
        }
    }

    /** Does jobs, and publishes each. */
    @StreamEvent(value = "relay", read = "relayed")
    @WriteStream("outputs")
    static class Relay {
        Job run(Job job, EventContext context, Tasks tasks) throws InterruptedException {
            tasks.run(job, context);
            return job;
        }
    }

    /** Does jobs of two queues. */
    @StreamEvent(
            value = "fair",
            read = "mixed",
            queues = {StreamEvent.AUTO, "vip"})
    static class Fair {
        void run(Job job, EventContext context, Tasks tasks) throws InterruptedException {
            tasks.run(job, context);
        }
    }

    /** Does jobs in the order of their stream. */
    @StreamEvent(value = "ordered", read = "ordered", order = Order.STREAM)
    static class InOrder {
        void run(Job job, EventContext context, Tasks tasks) throws InterruptedException {
            tasks.run(job, context);
        }
    }
}
