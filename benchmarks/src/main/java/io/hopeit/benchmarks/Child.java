package io.hopeit.benchmarks;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The JVM of one contender: does a task for each line, and says in a line what that has cost. */
final class Child {
    /** How lines with results begin; others are what anybody prints. */
    static final String RESULT = "@@ ";

    private Child() {}

    /** With the name of a contender. */
    public static void main(String[] args) throws Exception {
        endWithParent();
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var line = lines.readLine();
        if (line != null) {
            try (var contender = Contenders.of(args[0], Task.of(line))) {
                var meter = new Meter(contender.jvm());
                while (line != null) {
                    System.out.println(RESULT + measure(meter, contender, Task.of(line)));
                    line = lines.readLine();
                }
            }
        }
        System.exit(0);
    }

    /** Whatever it is doing: nobody would stop it. */
    private static void endWithParent() {
        var self = ProcessHandle.current();
        var unused = self.parent().map(parent -> parent.onExit().thenRun(() -> {
            self.descendants().forEach(ProcessHandle::destroy);
            Runtime.getRuntime().halt(1);
        }));
    }

    @SuppressWarnings("CatchingUnchecked") // whatever goes wrong is a result
    private static String measure(Meter meter, Contender contender, Task task) {
        try {
            contender.prepare(task);
            return Words.line(meter.measure(contender, task));
        } catch (Exception e) {
            e.printStackTrace();
            return "failed=" + String.valueOf(e).replaceAll("\\s+", "_");
        }
    }
}
