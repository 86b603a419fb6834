package io.hopeit.faults;

import io.hopeit.faults.Ledger.Phase;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Writes to the ledger that an instance is there, and that it ends in order, and when it was held up; it ends with whoever has started it. */
@ApplicationScoped
class Presence {
    private final Ledger ledger = Ledger.ofThisProcess();

    /** When the consumers have started. */
    void up(@Observes @Initialized(ApplicationScoped.class) @Priority(Integer.MAX_VALUE) Object start) {
        Thread.ofPlatform().daemon().start(Presence::endWithParent);
        Thread.ofPlatform().daemon().start(new Stalls(ledger, claimIdle() / 2)::watch);
        ledger.write("-", 0, Phase.UP);
    }

    /** How long a process may be silent before others take what it has in work. */
    private static long claimIdle() {
        return ConfigProvider.getConfig()
                .getValue("hopeit.stream-defaults.claim-idle", Duration.class)
                .toMillis();
    }

    /** When the consumers have stopped. */
    void down(@Observes @BeforeDestroyed(ApplicationScoped.class) @Priority(Integer.MAX_VALUE) Object stop) {
        ledger.write("-", 0, Phase.DOWN);
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
