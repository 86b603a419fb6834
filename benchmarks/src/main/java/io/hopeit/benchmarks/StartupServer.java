package io.hopeit.benchmarks;

import io.helidon.microprofile.cdi.HelidonContainerInitializer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The JVM of one start: Helidon with all that is on its class path. It says what that has cost, and ends. */
final class StartupServer {
    private StartupServer() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws IOException {
        System.setProperty("server.port", "0");
        System.setProperty("server.host", "127.0.0.1");
        System.setProperty("mp.initializer.allow", "true");
        System.setProperty("mp.initializer.no-warn", "true");
        System.setProperty("hopeit.app.name", "bench");
        Logger.getLogger("").setLevel(Level.WARNING);
        new HelidonContainerInitializer().initialize();
        var runtime = ManagementFactory.getRuntimeMXBean();
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double millis = System.currentTimeMillis() - runtime.getStartTime();
        double cpu = system.getProcessCpuTime() / 1e6;
        double resident = Machine.resident(ProcessHandle.current().pid());
        System.gc();
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
        System.out.println(Child.RESULT
                + Words.line(Map.of("millis", millis, "processor", cpu, "live", heap, "resident", resident)));
        System.exit(0);
    }
}
