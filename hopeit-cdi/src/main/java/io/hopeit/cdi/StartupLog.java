package io.hopeit.cdi;

import io.hopeit.App;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Says at start-up what is served, and which configuration keys do nothing. */
@ApplicationScoped
class StartupLog {
    private static final Logger LOG = System.getLogger("io.hopeit");

    static void unknownKeys(List<String> lines) {
        lines.forEach(line -> LOG.log(Level.WARNING, "Configuration key {0}", line));
    }

    void events(@Observes @Initialized(ApplicationScoped.class) Object start, EventCatalogue catalogue) {
        if (catalogue.events().isEmpty()) {
            LOG.log(Level.WARNING, "There are no events: has the jar with their classes a META-INF/beans.xml?");
            return;
        }
        LOG.log(
                Level.INFO,
                "{0} {1} has {2} events",
                catalogue.app().name(),
                catalogue.app().version(),
                catalogue.events().size());
        catalogue.events().forEach(event -> LOG.log(Level.INFO, line(event, catalogue.app())));
    }

    private static String line(EventDefinition event, App main) {
        boolean isOfMain = event.app().equals(main) && event.id().plugin().isEmpty();
        return "  %-32s %s%s"
                .formatted(
                        isOfMain ? event.name() : event.id().key(),
                        event.trigger(),
                        event.output().map(output -> "  " + output).orElse(""));
    }
}
