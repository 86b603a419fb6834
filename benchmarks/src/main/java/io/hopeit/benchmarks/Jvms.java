package io.hopeit.benchmarks;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The JVMs of contenders. One works for all scenarios that need one like it, as compilers take long to get ready. */
final class Jvms implements AutoCloseable {
    private final Map<String, Jvm> running = new HashMap<>();

    /** Only one is there for all entrants that can use the same. */
    Jvm of(Entrant entrant) throws IOException {
        var jvm = running.get(entrant.jvm());
        if (jvm == null) {
            jvm = Jvm.start(entrant.contender(), entrant.options());
            running.put(entrant.jvm(), jvm);
        }
        return jvm;
    }

    /** Ends the one of that entrant. */
    void end(Entrant entrant) throws IOException {
        var jvm = running.remove(entrant.jvm());
        if (jvm != null) {
            jvm.close();
        }
    }

    /** Ends those that none of these scenarios needs. */
    void keepFor(List<Scenario> scenarios) throws IOException {
        Set<String> needed = scenarios.stream()
                .flatMap(scenario -> scenario.entrants().stream())
                .map(Entrant::jvm)
                .collect(Collectors.toSet());
        for (String name : List.copyOf(running.keySet())) {
            if (!needed.contains(name)) {
                var unneeded = running.remove(name);
                if (unneeded != null) {
                    unneeded.close();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        keepFor(List.of());
    }
}
