package io.hopeit.cdi;

import io.hopeit.App;
import io.hopeit.GetEvent;
import io.hopeit.PostEvent;
import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;
import io.hopeit.config.Names;
import io.hopeit.config.SettingsReader;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.PathTemplate;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Step;
import io.hopeit.spi.StreamDefinition;
import io.hopeit.spi.Trigger;
import io.hopeit.spi.Trigger.Http.Method;
import io.hopeit.spi.WriteTo;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns annotated classes into event definitions, and notes what is wrong with them. */
record EventScanner(App app, SettingsReader settings, Streams streams, Problems problems) {

    /** The trigger annotation of a class, in one shape. */
    private record Found(String name, String summary, String description, Function<String, Trigger> trigger) {}

    List<EventDefinition> scan(List<AnnotatedType<?>> types) {
        var events = types.stream()
                .sorted(Comparator.comparing(type -> type.getJavaClass().getName()))
                .flatMap(type -> scan(type).stream())
                .sorted(Comparator.comparing(EventDefinition::name))
                .toList();
        reportTwins("event", events, EventDefinition::name, event -> Stream.of(event.name()));
        reportTwins(
                "route",
                events,
                event -> event.trigger().toString(),
                event -> event.trigger() instanceof Trigger.Http http
                        ? Stream.of(http.method() + " " + new PathTemplate(http.path()).shape())
                        : Stream.empty());
        return events;
    }

    private Optional<EventDefinition> scan(AnnotatedType<?> type) {
        var triggers = triggers(type);
        if (triggers.size() != 1) {
            reportTriggers(type, triggers);
            return Optional.empty();
        }
        int before = problems.count();
        checkClass(type.getJavaClass());
        if (problems.count() > before) {
            return Optional.empty();
        }
        var steps = new StepScanner(type, triggers.getFirst() instanceof StreamEvent, problems).steps();
        var event = define(type, read(type, triggers.getFirst()), steps);
        return problems.count() == before ? Optional.of(event) : Optional.empty();
    }

    private static List<Annotation> triggers(AnnotatedType<?> type) {
        return Stream.of(GetEvent.class, PostEvent.class, StreamEvent.class)
                .<Annotation>map(type::getAnnotation)
                .filter(annotation -> annotation != null)
                .toList();
    }

    private void reportTriggers(AnnotatedType<?> type, List<Annotation> triggers) {
        if (triggers.isEmpty()) {
            problems.add(type.getJavaClass(), "has @Steps but no trigger; add one, such as @PostEvent.");
            return;
        }
        var names = triggers.stream()
                .map(trigger -> "@" + trigger.annotationType().getSimpleName())
                .collect(Collectors.joining(" and "));
        problems.add(type.getJavaClass(), "has %s; an event has exactly one trigger.", names);
    }

    private void checkClass(Class<?> type) {
        if (Modifier.isFinal(type.getModifiers()) || type.isRecord()) {
            problems.add(type, "must not be final or a record: the container makes a subclass of it.");
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            problems.add(type, "must not be abstract or an interface: the container makes an instance of it.");
        }
    }

    private Found read(AnnotatedType<?> type, Annotation trigger) {
        return switch (trigger) {
            case GetEvent e ->
                new Found(e.value(), e.summary(), e.description(), name -> http(Method.GET, name, e.route()));
            case PostEvent e ->
                new Found(e.value(), e.summary(), e.description(), name -> http(Method.POST, name, e.route()));
            case StreamEvent e -> new Found(e.value(), "", "", name -> stream(type.getJavaClass(), name, e));
            default -> throw new IllegalArgumentException("no trigger: " + trigger);
        };
    }

    private EventDefinition define(AnnotatedType<?> type, Found found, List<Step> steps) {
        var javaClass = type.getJavaClass();
        var written = found.name().isEmpty() ? javaClass.getSimpleName() : found.name();
        if (!Names.isName(written)) {
            problems.add(
                    javaClass,
                    "\"%s\" is not an event's name; use letters and digits, joined by dots, dashes or underscores%s.",
                    written,
                    written.contains("{") ? ", and route = \"...\" for path parameters" : "");
        }
        var name = Names.snake(written);
        return new EventDefinition(
                name,
                javaClass,
                found.trigger().apply(name),
                steps,
                Optional.ofNullable(type.getAnnotation(WriteStream.class)).map(write -> output(javaClass, write)),
                settings.event(name),
                found.summary(),
                found.description());
    }

    private Trigger http(Method method, String name, String route) {
        var path = app.path() + (route.isEmpty() ? Names.path(name.split("\\.", -1)) : "/" + route);
        return new Trigger.Http(method, route.startsWith("/") ? route : path);
    }

    private Trigger stream(Class<?> type, String name, StreamEvent event) {
        if (event.queues().length == 0) {
            problems.add(type, "@StreamEvent reads no queue; name one, such as AUTO.");
        }
        StreamDefinition.checkQueues(type, event.queues(), problems);
        if (!event.group().isEmpty() && !Names.isStreamKey(event.group())) {
            problems.add(type, "\"%s\" is not a group's name; use letters, digits and . _ : { } -.", event.group());
        }
        var group = event.group().isEmpty() ? app.key() + "." + name : event.group();
        return new Trigger.Read(streams.define(type, event.read()), List.of(event.queues()), group);
    }

    private WriteTo output(Class<?> type, WriteStream write) {
        if (write.value().isEmpty() || write.queues().length == 0) {
            problems.add(type, "@WriteStream on an event needs the name of a stream and at least one queue.");
        }
        StreamDefinition.checkQueues(type, write.queues(), problems);
        var name = write.value().isEmpty() ? "invalid" : write.value();
        return new WriteTo(streams.define(type, name), List.of(write.queues()), write.strategy());
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
