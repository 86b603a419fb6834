package io.hopeit.faults;

import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** An instance of the application without a server, in a process of its own: {@code Pod <event class>…}. */
public final class Pod {
    private Pod() {}

    /** Runs until it is told to stop. */
    public static void main(String[] events) throws Exception {
        var container = deploy(events);
        if (Boolean.getBoolean("faults.gauges")) {
            Thread.ofPlatform().daemon().start(new Gauges(container, Ledger.ofThisProcess())::run);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(container::close));
        Thread.currentThread().join();
    }

    private static WeldContainer deploy(String[] events) throws ClassNotFoundException {
        var weld = new Weld().property(Weld.SHUTDOWN_HOOK_SYSTEM_PROPERTY, false);
        weld.addBeanClasses(Presence.class, Tasks.class, Desk.class);
        for (String event : events) {
            weld.addBeanClass(Class.forName(event));
        }
        return weld.initialize();
    }
}
