package io.hopeit.faults;

import io.hopeit.faults.Ledger.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** An instance of the application, in a process of its own: {@code Pod <ledger> <name> <event class>…}. */
public final class Pod {
    private static Ledger ledger;

    private Pod() {}

    static Ledger ledger() {
        return ledger;
    }

    /** Runs until it is told to stop, or until whoever has started it is gone. */
    public static void main(String[] args) throws Exception {
        Thread.ofPlatform().daemon().start(Pod::endWithParent);
        ledger = new Ledger(Path.of(args[0]), args[1]);
        var container = deploy(Arrays.copyOfRange(args, 2, args.length));
        if (Boolean.getBoolean("faults.gauges")) {
            Thread.ofPlatform().daemon().start(new Gauges(container, ledger)::run);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            container.close();
            ledger.write("-", 0, Phase.DOWN);
        }));
        ledger.write("-", 0, Phase.UP);
        new Stalls(ledger).watch();
    }

    private static WeldContainer deploy(String[] events) throws ClassNotFoundException {
        var weld = new Weld().property(Weld.SHUTDOWN_HOOK_SYSTEM_PROPERTY, false);
        weld.addBeanClasses(Tasks.class, Desk.class);
        for (String event : events) {
            weld.addBeanClass(Class.forName(event));
        }
        return weld.initialize();
    }

    @SuppressWarnings("StatementWithEmptyBody")
    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException e) {
            // as if it had ended
        }
        Runtime.getRuntime().halt(1);
    }
}
