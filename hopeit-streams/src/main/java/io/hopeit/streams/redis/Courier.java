package io.hopeit.streams.redis;

import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends orders to the servers that have their keys, over one connection to each. What a server surely has not done, as
 * another one has the key or as it does not know the script, is sent once more as it should be; nothing else is.
 * Thread-safe.
 */
final class Courier implements AutoCloseable {
    private static final int MOST_REDIRECTS = 5;

    private final Server server;
    private final Outages outages;
    private final Topology topology;
    private final Duration patience;
    private final Map<Node, Pipe> pipes = new ConcurrentHashMap<>();

    /** One whose answers are late after {@code patience}. */
    Courier(Server server, Outages outages, Topology topology, Duration patience) {
        this.server = server;
        this.outages = outages;
        this.topology = topology;
        this.patience = patience;
    }

    /** Fails at once while the server cannot be reached. */
    <T> CompletionStage<T> send(Order<T> order) {
        return new Delivery<>(order).begin();
    }

    /** Connects to the server of the key, if that has not been done. */
    Pipe pipe(Node node) {
        var known = pipes.get(node);
        return known != null
                ? known
                : pipes.computeIfAbsent(
                        node, n -> new Pipe(new Link(server, outages, () -> topology.connect(n)).open(), patience));
    }

    /** Learns where a key is from the answer of a server to somebody else. */
    void learn(String key, Throwable failure) {
        Redirect.of(failure, Node.ONLY)
                .filter(redirect -> !redirect.asking())
                .ifPresent(redirect -> topology.moved(key, redirect.to()));
    }

    /** Closes connections to servers that are in use no more, when the last answers are there. */
    void retain(Set<Node> nodes) {
        pipes.keySet().stream().filter(node -> !nodes.contains(node)).toList().forEach(node -> {
            var pipe = pipes.remove(node);
            if (pipe != null) {
                server.later(patience.multipliedBy(2), pipe::close);
            }
        });
    }

    @Override
    public void close() {
        pipes.values().forEach(Pipe::close);
    }

    /** An order on its way, and its answer when it is there. */
    private final class Delivery<T> extends CompletableFuture<T> {
        private Order<T> order;
        private int redirects;

        Delivery(Order<T> order) {
            this.order = order;
        }

        Delivery<T> begin() {
            send(topology.node(order.key()), false);
            return this;
        }

        private void send(Node node, boolean asking) {
            var round = order.round().get();
            var unused = round.answer().whenComplete((answer, failure) -> {
                if (failure == null) {
                    complete(answer);
                } else {
                    orFail(() -> failed(node, asking, failure));
                }
            });
            pipe(node).submit(asking ? asking(round) : round);
        }

        private static <T> Round<T> asking(Round<T> round) {
            List<Call<?>> calls = new ArrayList<>();
            for (Call<?> call : round.calls()) {
                calls.add(Call.status(CommandType.ASKING, Call.args()));
                calls.add(call);
            }
            return new Round<>(calls, round.answer(), round.size());
        }

        /** An Error too: whoever waits for this would wait for ever. */
        private void orFail(Runnable next) {
            try {
                next.run();
            } catch (Throwable e) {
                completeExceptionally(e);
            }
        }

        private void failed(Node node, boolean asking, Throwable failure) {
            var inFull = order.inFull();
            var redirect = Redirect.of(failure, node);
            if (inFull != null && Failures.is(failure, "NOSCRIPT")) {
                order = inFull;
                send(node, asking);
            } else if (!node.equals(Node.ONLY) && redirect.isPresent() && redirects++ < MOST_REDIRECTS) {
                follow(redirect.get());
            } else {
                if (Failures.is(failure, "CLUSTERDOWN")) {
                    topology.doubt();
                }
                completeExceptionally(Failures.of(order.what().get(), server.address(), failure));
            }
        }

        private void follow(Redirect redirect) {
            if (!redirect.asking()) {
                topology.moved(order.key(), redirect.to());
            }
            send(redirect.to(), redirect.asking());
        }
    }
}
