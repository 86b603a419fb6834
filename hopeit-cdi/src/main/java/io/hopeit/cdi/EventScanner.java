package io.hopeit.cdi;

import io.hopeit.EventGroup;
import io.hopeit.OnApp;
import io.hopeit.OnFailure;
import io.hopeit.WriteStream;
import io.hopeit.config.EventSettings;
import io.hopeit.config.Names;
import io.hopeit.config.SettingsReader;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventId;
import io.hopeit.spi.PathTemplate;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Trigger;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns annotated classes into event definitions, and notes what is wrong with them. */
final class EventScanner {
    private static final String DEFAULT_GROUP = "DEFAULT";

    private final SettingsReader settings;
    private final Apps apps;
    private final Problems problems;
    private final StageScanner stages;

    EventScanner(SettingsReader settings, Apps apps, Streams streams, Problems problems) {
        this.settings = settings;
        this.apps = apps;
        this.problems = problems;
        var access = new AccessReader(apps.main(), settings.deployment().denyByDefault());
        this.stages = new StageScanner(new StreamScanner(streams, problems), access);
    }

    /** A class, with what is said about it whatever application it runs as. */
    record Found(AnnotatedType<?> type, Triggered trigger, StepScanner.Found steps, EventSettings settings) {
        Class<?> javaClass() {
            return type.getJavaClass();
        }

        Optional<WriteStream> write() {
            return Optional.ofNullable(type.getAnnotation(WriteStream.class));
        }

        Optional<OnFailure> onFailure() {
            return Optional.ofNullable(type.getAnnotation(OnFailure.class));
        }

        private boolean readsNoStream() {
            return !(trigger instanceof Triggered.Read) && steps.stages().size() == 1;
        }
    }

    List<EventDefinition> scan(List<AnnotatedType<?>> types) {
        // all applications have to be known before the plugins that they use
        types.forEach(type -> apps.of(apps.home(type.getJavaClass())));
        apps.check(problems);
        var events = types.stream()
                .sorted(Comparator.comparing(type -> type.getJavaClass().getName()))
                .flatMap(type -> scan(type).stream())
                .sorted(Comparator.comparing(event -> event.id().key()))
                .toList();
        reportTwins(
                "event",
                events,
                EventDefinition::name,
                event -> Stream.of(event.id().key()));
        reportTwins(
                "route",
                events,
                event -> event.trigger().toString(),
                event -> event.trigger() instanceof Trigger.Http http
                        ? Stream.of(http.method() + " " + new PathTemplate(http.path()).shape())
                        : Stream.empty());
        reportSiblings(events);
        var keys = new HashSet<String>();
        return events.stream().filter(event -> keys.add(event.id().key())).toList();
    }

    private List<EventDefinition> scan(AnnotatedType<?> type) {
        var triggers = Triggered.find(type);
        if (triggers.size() != 1) {
            reportTriggers(type, triggers);
            return List.of();
        }
        int before = problems.count();
        var trigger = Triggered.read(triggers.getFirst());
        checkClass(type.getJavaClass());
        AccessReader.check(type, problems);
        var name = name(type.getJavaClass(), trigger);
        if (problems.count() > before) {
            return List.of();
        }
        var eventSettings = settings.event(name);
        if (!isEnabled(type, eventSettings)) {
            return List.of();
        }
        var found = new Found(type, trigger, new StepScanner(type, trigger, problems).scan(), eventSettings);
        if (problems.count() > before) {
            return List.of();
        }
        var events = define(found, name);
        return problems.count() == before ? events : List.of();
    }

    private void reportTriggers(AnnotatedType<?> type, List<Annotation> triggers) {
        if (triggers.isEmpty()) {
            problems.add(type.getJavaClass(), "has @Steps but no trigger; add one, such as @PostEvent.");
            return;
        }
        var names = triggers.stream()
                .map(trigger -> "@" + trigger.annotationType().getSimpleName())
                .collect(Collectors.joining(" and "));
        problems.add(type.getJavaClass(), "has %s; an event has exactly one trigger: make a class for each.", names);
    }

    private void checkClass(Class<?> type) {
        if (Modifier.isFinal(type.getModifiers()) || type.isRecord()) {
            problems.add(type, "must not be final or a record: the container makes a subclass of it.");
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            problems.add(type, "must not be abstract or an interface: the container makes an instance of it.");
        }
    }

    private String name(Class<?> type, Triggered trigger) {
        var written = trigger.name().isEmpty() ? type.getSimpleName() : trigger.name();
        if (!Names.isName(written)) {
            problems.add(
                    type,
                    "\"%s\" is not an event's name; use letters and digits, joined by dots, dashes or underscores%s.",
                    written,
                    written.contains("{") ? ", and route = \"...\" for path parameters" : "");
        }
        return Names.snake(written);
    }

    private boolean isEnabled(AnnotatedType<?> type, EventSettings event) {
        var group = event.overrides().group().or(() -> Optional.ofNullable(type.getAnnotation(EventGroup.class))
                .map(EventGroup::value));
        return event.overrides().enabled() && settings.deployment().isEnabled(group.orElse(DEFAULT_GROUP));
    }

    private List<EventDefinition> define(Found found, String name) {
        if (found.onFailure().isPresent() && found.readsNoStream()) {
            problems.add(
                    found.javaClass(),
                    "is @OnFailure, but reads no stream; leave it out, or cut its @Steps by SHUFFLE.");
        }
        var home = apps.home(found.javaClass());
        var own = apps.of(home);
        if (!found.type().isAnnotationPresent(OnApp.class)) {
            return stages.define(found, own, new EventId(own.app(), Optional.empty(), name));
        }
        if (apps.plugin(home).isEmpty()) {
            problems.add(
                    found.javaClass(), "is @OnApp, but its package is no plugin: annotate that as @PluginPackage.");
        }
        if (found.trigger() instanceof Triggered.Read || found.trigger() instanceof Triggered.Service) {
            problems.add(
                    found.javaClass(),
                    "is @OnApp and %s; that is for HTTP and setup events: take it off.",
                    found.trigger().kind());
        }
        return apps.using(own.app()).stream()
                .flatMap(app -> stages.define(found, app, new EventId(app.app(), apps.plugin(home), name)).stream())
                .toList();
    }

    /** Those of other methods; OpenAPI has one path item for all of them. */
    private void reportSiblings(List<EventDefinition> events) {
        Map<String, Trigger.Http> known = new HashMap<>();
        for (EventDefinition event : events) {
            if (event.trigger() instanceof Trigger.Http http) {
                var template = new PathTemplate(http.path());
                var first = known.computeIfAbsent(template.shape(), shape -> http);
                var path = new PathTemplate(first.path()).path();
                if (first.method() != http.method() && !withoutEnd(path).equals(withoutEnd(template.path()))) {
                    problems.add(
                            event.beanClass(),
                            "the path \"%s\" is also there as \"%s\"; name its parameters alike.",
                            template.path(),
                            path);
                }
            }
        }
    }

    private static String withoutEnd(String path) {
        return path.replaceFirst("/$", "");
    }

    private void reportTwins(
            String what,
            List<EventDefinition> events,
            Function<EventDefinition, String> display,
            Function<EventDefinition, Stream<String>> keys) {
        Map<String, List<EventDefinition>> byKey = new HashMap<>();
        events.forEach(event -> keys.apply(event).forEach(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>())
                .add(event)));
        byKey.values().forEach(twins -> twins.stream()
                .skip(1)
                .forEach(twin -> problems.add(
                        twin.beanClass(),
                        "the %s \"%s\" is also that of %s; give one of them another.",
                        what,
                        display.apply(twin),
                        twins.getFirst().beanClass().getName())));
    }
}
