package io.hopeit.streams;

import io.hopeit.WriteStream;
import io.hopeit.cdi.EventsExtension;
import io.hopeit.config.IdentitySettings;
import io.hopeit.config.RedisSettings;
import io.hopeit.config.StreamsSettings;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.MessageDocs;
import io.hopeit.spi.StepParameter;
import io.hopeit.spi.StreamDefinition;
import io.hopeit.spi.Trigger;
import io.hopeit.spi.Types;
import io.hopeit.spi.WriteTo;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the publishers that a deployment injects, and checks everything about streams before the first message.
 *
 * {@snippet :
 * @Inject
 * @WriteStream("orders")
 * Publisher<PlacedOrder> orders; // is found here, and what is written to "orders" is compared with what is read from it
 * }
 *
 * @hidden applications have no use for it
 */
public class StreamsExtension implements Extension {
    private static final String METRICS = "org.eclipse.microprofile.metrics.MetricRegistry";
    private static final String HEALTH = "org.eclipse.microprofile.health.HealthCheck";

    private final List<PublisherPoint> points = new ArrayList<>();
    private final Map<String, StreamDefinition> written = new HashMap<>();
    private @Nullable StreamsSettings streams;
    private @Nullable RedisSettings redis;
    private @Nullable IdentitySettings identity;
    private boolean used;

    void addOptionalBeans(@Observes BeforeBeanDiscovery discovery) {
        if (Types.isPresent(HEALTH)) {
            add(discovery, StreamsStarted.class);
            add(discovery, StreamsReady.class);
            add(discovery, StreamsAlive.class);
        }
        if (Types.isPresent(METRICS)) {
            add(discovery, StreamMetrics.class);
        }
    }

    private static void add(BeforeBeanDiscovery discovery, Class<?> bean) {
        discovery.addAnnotatedType(bean, bean.getName()).add(ApplicationScoped.Literal.INSTANCE);
    }

    void find(@Observes ProcessInjectionPoint<?, ?> injection) {
        PublisherPoint.of(injection.getInjectionPoint()).ifPresent(points::add);
    }

    void check(@Observes @Priority(Interceptor.Priority.APPLICATION) AfterDeploymentValidation v, BeanManager beans) {
        var events = beans.getExtension(EventsExtension.class);
        events.serves(Trigger.Read.class);
        streams = events.settings().streams();
        redis = events.settings().redis();
        identity = events.settings().identity();
        points.addAll(inSteps(events.catalogue(), beans));
        used = !points.isEmpty()
                || events.catalogue().events().stream()
                        .anyMatch(e -> e.trigger() instanceof Trigger.Read
                                || e.output().isPresent());
        for (PublisherPoint point : points) {
            if (point.check(events.problems())) {
                var name = point.stream().value();
                written.put(key(point), events.stream(point.where(), name));
            }
        }
        PayloadChecks.check(events.catalogue(), points, events.problems());
        Senders.check(events.catalogue(), identity, events.problems());
    }

    private static List<PublisherPoint> inSteps(EventCatalogue catalogue, BeanManager beans) {
        return catalogue.events().stream()
                .flatMap(event -> event.flow().calls())
                .flatMap(call -> call.parameters().stream())
                .filter(StepParameter.Injected.class::isInstance)
                .map(parameter -> ((StepParameter.Injected) parameter).annotated())
                .filter(parameter -> parameter.isAnnotationPresent(WriteStream.class))
                .map(beans::createInjectionPoint)
                .map(PublisherPoint::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether anything reads or writes a stream. */
    boolean isUsed() {
        return used;
    }

    /** The streams that injected publishers write. */
    Collection<StreamDefinition> written() {
        return List.copyOf(written.values());
    }

    /** Where publishers are injected, in the order of classes and names. */
    List<MessageDocs.Publication> publications() {
        return points.stream()
                .filter(point -> written.containsKey(key(point)))
                .sorted(Comparator.comparing(PublisherPoint::where, Comparator.comparing(Class::getName))
                        .thenComparing(PublisherPoint::name))
                .map(point -> new MessageDocs.Publication(point.where(), point.payloadType(), output(point)))
                .distinct()
                .toList();
    }

    StreamsSettings streams() {
        return read(streams);
    }

    RedisSettings redis() {
        return read(redis);
    }

    IdentitySettings identity() {
        return read(identity);
    }

    private static <T> T read(@Nullable T settings) {
        if (settings == null) {
            throw new IllegalStateException("settings are known after the deployment has been validated");
        }
        return settings;
    }

    /** Where a publisher writes. */
    WriteTo output(PublisherPoint point) {
        var stream = point.stream();
        var definition = written.get(key(point));
        if (definition == null) {
            throw new IllegalArgumentException("no injection point of this deployment names the stream \""
                    + stream.value() + "\", so nothing is known about it");
        }
        return new WriteTo(definition, List.of(stream.queues()), stream.strategy());
    }

    /** Classes of several applications can name streams of their own alike. */
    private static String key(PublisherPoint point) {
        return point.where().getName() + " " + point.stream().value();
    }
}
