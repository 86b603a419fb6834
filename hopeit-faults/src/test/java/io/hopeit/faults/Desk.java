package io.hopeit.faults;

import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;
import io.hopeit.streams.Publisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where jobs are published. */
@ApplicationScoped
class Desk {
    @Inject
    @WriteStream("jobs")
    Publisher<Job> jobs;

    @Inject
    @WriteStream("relayed")
    Publisher<Job> relayed;

    @Inject
    @WriteStream("ordered")
    Publisher<Job> ordered;

    @Inject
    @WriteStream(value = "mixed", queues = StreamEvent.AUTO)
    Publisher<Job> mixed;

    @Inject
    @WriteStream(value = "mixed", queues = "vip")
    Publisher<Job> vip;

    void publish(String stream, Job job) {
        switch (stream) {
            case "jobs" -> jobs.publish(job);
            case "relayed" -> relayed.publish(job);
            case "ordered" -> ordered.publish(job);
            case "mixed" -> mixed.publish(job);
            case "mixed.vip" -> vip.publish(job);
            default -> throw new IllegalArgumentException(stream);
        }
    }
}
