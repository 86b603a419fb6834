package io.hopeit.faults;

import io.hopeit.EventContext;
import io.hopeit.faults.Ledger.Phase;
import io.hopeit.spi.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Does what jobs ask for, and writes it to the ledger. */
@ApplicationScoped
class Tasks implements EventListener {
    private static final int KILLED = 137;

    private final Ledger ledger = Ledger.ofThisProcess();
    private final Map<String, Job> running = new ConcurrentHashMap<>();

    void run(Job job, EventContext context) throws InterruptedException {
        running.put(context.trackIds().operationId(), job);
        if (job.task() == Job.Task.HALT_AT_START) {
            haltOnce(job);
        }
        long attempt = context.deliveries();
        ledger.write(job.id(), attempt, Phase.BEGIN);
        try {
            work(job);
        } catch (InterruptedException | RuntimeException | Error e) {
            ledger.write(job.id(), attempt, Phase.THROWN);
            throw e;
        }
        ledger.write(job.id(), attempt, Phase.END);
        if (job.task() == Job.Task.HALT_AT_END) {
            haltOnce(job);
        }
    }

    private void work(Job job) throws InterruptedException {
        if (job.millis() > 0) {
            Thread.sleep(job.millis());
        }
        switch (job.task()) {
            case FAIL -> throw new IllegalStateException("never");
            case OVERFLOW -> deeper(0);
            case NO_CLASS -> throw new NoClassDefFoundError("com/acme/Missing");
            case INTERRUPT -> {
                Thread.currentThread().interrupt();
                throw new InterruptedException("by itself");
            }
            case FAIL_TWICE -> {
                if (ledger.count(job.id(), Phase.THROWN) < 2) {
                    throw new IllegalStateException("not yet");
                }
            }
            case HALT -> halt(job);
            case HALT_MIDWAY -> haltOnce(job);
            case WORK, HALT_AT_START, HALT_AT_END, HALT_BEFORE_ACK, HALT_AFTER_ACK -> {}
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int deeper(int depth) {
        return 1 + deeper(depth + 1);
    }

    private void haltOnce(Job job) {
        if (ledger.count(job.id(), Phase.HALT) == 0) {
            halt(job);
        }
    }

    private void halt(Job job) {
        ledger.write(job.id(), 0, Phase.HALT);
        Runtime.getRuntime().halt(KILLED);
    }

    /** All results are published by now, and nothing is acknowledged. */
    @Override
    public void ended(Run run) {
        var job = running.remove(run.context().trackIds().operationId());
        if (job != null && job.task() == Job.Task.HALT_BEFORE_ACK) {
            haltOnce(job);
        } else if (job != null && job.task() == Job.Task.HALT_AFTER_ACK) {
            Thread.ofPlatform().start(() -> haltSoon(job));
        }
    }

    private void haltSoon(Job job) {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        haltOnce(job);
    }
}
