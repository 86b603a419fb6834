package io.hopeit.streams;

import io.hopeit.DataObject;
import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An application whose deliveries do what a test says. */
final class Depot {
    static final String KEY = "depot.1x0.parcels";

    private Depot() {}

    @DataObject(value = "depot.Parcel", eventId = "id")
    record Parcel(String id, String customer) {}

    /** What one attempt to deliver a parcel does, the first one being 1. */
    @FunctionalInterface
    interface Attempt {
        void make(int number) throws Exception;
    }

    /** Where parcels are handed in. */
    @ApplicationScoped
    static class Desk {
        @Inject
        @WriteStream("parcels")
        Publisher<Parcel> parcels;

        void send(String... ids) {
            for (String id : ids) {
                sendTo("somebody", id);
            }
        }

        void sendTo(String customer, String id) {
            parcels.publish(new Parcel(id, customer));
        }
    }

    /** What is to happen, and what has happened. */
    @ApplicationScoped
    static class Ledger {
        private final Map<String, Attempt> plans = new ConcurrentHashMap<>();
        private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
        private final Map<String, List<Long>> begun = new ConcurrentHashMap<>();
        private final List<String> done = new CopyOnWriteArrayList<>();
        private final List<String> audited = new CopyOnWriteArrayList<>();

        void plan(String id, Attempt attempt) {
            plans.put(id, attempt);
        }

        /** The first attempts fail. */
        void failing(String id, int times) {
            plan(id, number -> {
                if (number <= times) {
                    throw new IllegalStateException("nobody at home: " + id);
                }
            });
        }

        /** All attempts last until the end. */
        void lasting(String id, CountDownLatch end) {
            plan(id, number -> end.await());
        }

        void deliver(Parcel parcel) throws Exception {
            var id = parcel.id();
            int number = attempts.computeIfAbsent(id, i -> new AtomicInteger()).incrementAndGet();
            begun.computeIfAbsent(id, i -> new CopyOnWriteArrayList<>()).add(System.nanoTime());
            plans.getOrDefault(id, n -> {}).make(number);
            done.add(id);
        }

        void audit(Parcel parcel) {
            audited.add(parcel.id());
        }

        int attempts(String id) {
            return begun.getOrDefault(id, List.of()).size();
        }

        /** How long it was between two attempts, in ms. */
        long pauseAfter(String id, int attempt) {
            var times = begun.getOrDefault(id, List.of());
            return (times.get(attempt) - times.get(attempt - 1)) / 1_000_000;
        }

        List<String> done() {
            return List.copyOf(done);
        }

        List<String> audited() {
            return List.copyOf(audited);
        }
    }

    @StreamEvent(read = "parcels")
    static class Deliver {
        @Inject
        Ledger ledger;

        void deliver(Parcel parcel) throws Exception {
            ledger.deliver(parcel);
        }
    }

    /** Reads the same parcels, in a group of its own. */
    @StreamEvent(read = "parcels")
    static class Audit {
        @Inject
        Ledger ledger;

        void audit(Parcel parcel) {
            ledger.audit(parcel);
        }
    }
}
