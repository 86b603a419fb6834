package io.hopeit.benchmarks;

import java.util.Map;
import java.util.concurrent.FutureTask;

/** Clients that ask a server one request after another, each on a connection of its own. */
final class HttpClients implements Contender {
    @Override
    public Map<String, Double> run(Task task) throws Exception {
        Latencies.expect(task.count());
        int clients = task.number("clients");
        var all = new FutureTask<?>[clients];
        for (int i = 0; i < clients; i++) {
            int share = task.count() / clients + (i < task.count() % clients ? 1 : 0);
            all[i] = new FutureTask<>(new HttpClient(task, share), null);
            Thread.ofPlatform().start(all[i]);
        }
        for (FutureTask<?> client : all) {
            client.get();
        }
        return Latencies.results();
    }
}
