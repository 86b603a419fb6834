package io.hopeit.cdi;

import io.hopeit.App;
import io.hopeit.spi.AppDefinition;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.MessageDocs;
import io.hopeit.spi.Trigger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.Stream;

/** Says at start-up what is served, application by application, and which configuration keys do nothing. */
@ApplicationScoped
class StartupLog {
    private static final Logger LOG = System.getLogger("io.hopeit");
    /** Of a name, in characters: a longer one only moves its own line. */
    private static final int WIDEST = 40;

    static void unknownKeys(List<String> lines) {
        lines.forEach(line -> LOG.log(Level.WARNING, "Configuration key {0}", line));
    }

    void events(
            @Observes @Initialized(ApplicationScoped.class) Object start,
            EventCatalogue catalogue,
            Instance<MessageDocs> streams) {
        if (catalogue.events().isEmpty()) {
            LOG.log(Level.WARNING, "There are no events: has the jar with their classes a META-INF/beans.xml?");
            return;
        }
        if (LOG.isLoggable(Level.INFO)) { // to write a line for each of many events takes its time
            apps(catalogue).forEach(app -> events(app, catalogue.events()));
            publishers(streams.stream()
                    .flatMap(docs -> docs.publications().stream())
                    .toList());
        }
    }

    /** Those of packages, and plugins with routes of their own. */
    private static Stream<App> apps(EventCatalogue catalogue) {
        return Stream.concat(
                        catalogue.apps().stream().map(AppDefinition::app),
                        catalogue.events().stream().map(EventDefinition::app))
                .distinct();
    }

    private static void events(App app, List<EventDefinition> all) {
        var events = all.stream().filter(event -> event.app().equals(app)).toList();
        int longest = events.stream()
                .mapToInt(event -> event.id().nameInApp().length())
                .max()
                .orElse(0);
        int width = Math.min(longest, WIDEST);
        var count = events.size() == 1 ? "1 event" : events.size() + " events";
        LOG.log(Level.INFO, "{0} {1} has {2}", app.name(), app.version(), count);
        events.forEach(event -> LOG.log(Level.INFO, line(event, width)));
    }

    private static void publishers(List<MessageDocs.Publication> publications) {
        if (!publications.isEmpty()) {
            LOG.log(Level.INFO, "publishers are injected into");
            publications.forEach(
                    at -> LOG.log(Level.INFO, "  {0}  {1}", at.where().getSimpleName(), at.output()));
        }
    }

    private static String line(EventDefinition event, int width) {
        return "  %s  %s%s"
                .formatted(
                        padded(event.id().nameInApp(), width),
                        trigger(event.trigger()),
                        event.output().map(output -> "  " + output).orElse(""));
    }

    private static String padded(String name, int width) {
        return name + " ".repeat(Math.max(0, width - name.length()));
    }

    private static String trigger(Trigger trigger) {
        return trigger instanceof Trigger.Read read ? read + "  as group " + read.group() : trigger.toString();
    }
}
