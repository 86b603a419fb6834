package io.hopeit.maven;

import java.io.IOException;

/** An application that does not come up and has a child: both run until somebody ends them, five minutes at most. */
final class NeverServes {
    private NeverServes() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.println("pid " + ProcessHandle.current().pid());
        if (args.length == 0) {
            var java = ProcessHandle.current().info().command().orElseThrow();
            new ProcessBuilder(
                            java,
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            NeverServes.class.getName(),
                            "child")
                    .inheritIO()
                    .start();
        }
        Thread.currentThread().join(300_000);
    }
}
