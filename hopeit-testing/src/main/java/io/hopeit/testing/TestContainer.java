package io.hopeit.testing;

import io.hopeit.OnApp;
import io.hopeit.cdi.EventsExtension;
import io.hopeit.config.SettingsReader;
import io.hopeit.jaxrs.HttpExtension;
import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.spi.AppTime;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener;
import io.hopeit.spi.EventLoop;
import io.hopeit.spi.EventLoops;
import io.hopeit.spi.ManagedThreads;
import io.hopeit.spi.Trigger;
import io.hopeit.streams.StreamsExtension;
import io.hopeit.streams.memory.MemoryBroker;
import io.hopeit.streams.redis.RedisBroker;
import io.hopeit.streams.spi.Broker;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Startup;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;

/** The application of one test. */
final class TestContainer implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final List<Class<? extends Extension>> LIBRARY =
            List.of(EventsExtension.class, HttpExtension.class, StreamsExtension.class);

    private final TestSetup setup;
    private final Optional<RealRedis> redis;
    private final Pace pace;
    private final TestConfig config;
    private final Recorder recorder = new Recorder();
    private final StepControls controls = new StepControls();
    private @Nullable WeldContainer weld;
    private @Nullable RecordingBroker broker;
    private @Nullable Backlog backlog;

    private TestContainer(TestSetup setup) {
        this.setup = setup;
        this.redis = RealRedis.wanted();
        this.pace = redis.isPresent()
                ? new RealPace(Patience.onRedis())
                : new VirtualPace(
                        new VirtualTime(setup.startsAt().orElseGet(Instant::now)),
                        Patience.inMemory(),
                        Thread.currentThread());
        this.config = new TestConfig(
                Map.of("hopeit.app.name", "test", "hopeit.app.version", "1.0"), kit(setup, redis), setup.config());
    }

    /** Streams are started here, and services when a test says so. */
    private static Map<String, String> kit(TestSetup setup, Optional<RealRedis> redis) {
        var kit = new LinkedHashMap<String, String>();
        kit.put("hopeit.streams.broker", redis.isPresent() ? "redis" : "memory");
        kit.put("hopeit.streams.start", "false");
        kit.put("hopeit.streams.drain-timeout", "PT1S");
        kit.put("hopeit.app.plugins", plugins(setup));
        redis.ifPresent(server -> {
            kit.put("hopeit.redis.uri", server.uri().toString());
            kit.putAll(EmbeddedRedis.URI_ONLY);
        });
        return kit;
    }

    /** Those of which the test names an event that applications have. */
    private static String plugins(TestSetup setup) {
        return setup.events().stream()
                .filter(event -> event.isAnnotationPresent(OnApp.class))
                .flatMap(event -> EventsExtension.plugin(event).stream())
                .distinct()
                .collect(Collectors.joining(","));
    }

    static TestContainer start(TestSetup setup) {
        var container = new TestContainer(setup);
        try {
            container.start();
            return container;
        } catch (Throwable e) { // also an Error: the next test has a configuration of its own
            container.close();
            throw BootFailures.explained(e, setup);
        }
    }

    private void start() {
        QuietLogs.set(redis.isEmpty());
        CurrentContainer.starts();
        var beans = new ArrayList<Class<?>>();
        LIBRARY.forEach(extension -> Neighbours.of(extension).stream()
                .filter(BeanClasses::isBean)
                .filter(bean -> !EventsExtension.isEvent(bean))
                .filter(bean -> !BeanClasses.isOneOfMany(bean)) // no line of log for each run
                .forEach(beans::add));
        beans.add(StepControlInterceptor.class);
        beans.add(SendersToken.class);
        beans.add(Nobodies.class);
        beans.add(org.glassfish.jersey.weld.se.WeldRequestScope.class);
        new Dependencies(setup::gives)
                .of(setup.events(), setup.with()).stream()
                        .filter(bean -> !setup.with().contains(bean))
                        .forEach(beans::add);
        weld = new Weld("hopeit-test-" + NUMBER.incrementAndGet())
                .disableDiscovery()
                .property("org.jboss.weld.bootstrap.concurrentDeployment", false)
                .addExtensions(extensions())
                .addBeanClasses(beans.toArray(Class[]::new))
                .initialize();
        CurrentContainer.is(weld);
        checkConfig();
        startStreams();
    }

    /** What an application sets for events that are not here is no mistake; what the test sets for nothing is one. */
    private void checkConfig() {
        var unread = events().settings().unknownKeys().stream()
                .filter(line -> !Collections.disjoint(setup.config().keySet(), keys(line)))
                .toList();
        if (!unread.isEmpty()) {
            throw TestSetup.wrong(setup.name(), "@WithConfig sets %s", String.join("; ", unread));
        }
    }

    /** Which keys a line is about: those with the same reason are in one. */
    private static List<String> keys(String line) {
        return List.of(line.substring(0, line.indexOf(": ")).split(", ", -1));
    }

    private Extension[] extensions() {
        var found = ServiceLoader.load(Extension.class).stream()
                // those of a server would start it
                .filter(extension -> !extension.type().getName().startsWith("io.helidon."))
                .map(ServiceLoader.Provider::get);
        return Stream.concat(found, Stream.of(new PublisherPoints(), new TestBeans(setup, kitBeans())))
                .toArray(Extension[]::new);
    }

    private List<InstanceBean<?>> kitBeans() {
        var beans = new ArrayList<InstanceBean<?>>();
        beans.add(InstanceBean.of(EventListener.class, () -> recorder));
        beans.add(InstanceBean.of(StepControls.class, () -> controls));
        beans.add(InstanceBean.of(Broker.class, this::broker));
        if (pace instanceof VirtualPace virtual) {
            beans.add(InstanceBean.of(AppTime.class, virtual::time));
            beans.add(InstanceBean.of(ManagedThreads.class, () -> new CountedThreads(virtual.time())));
        }
        return beans;
    }

    synchronized RecordingBroker broker() {
        if (broker == null) {
            var opened = pace instanceof VirtualPace virtual
                    ? new MemoryBroker(virtual.time()::now, virtual.time()::after)
                    : new RedisBroker(new SettingsReader(ConfigProvider.getConfig()).redis());
            broker = new RecordingBroker(opened, recorder);
        }
        return broker;
    }

    private void startStreams() {
        var consumers = loops(Trigger.Read.class);
        redis.ifPresent(server -> server.clear(keys()));
        consumers.forEach(EventLoop::start);
        if (redis.isPresent() && !consumers.isEmpty()) {
            var started = get(HealthCheck.class, Startup.Literal.INSTANCE);
            pace.until(() -> started.call().getStatus() == Status.UP, "the consumers have joined their groups");
        }
        backlog = new Backlog(consumers, broker());
    }

    private List<String> keys() {
        return catalogue().events().stream()
                .flatMap(event -> Stream.concat(
                        event.trigger() instanceof Trigger.Read read ? read.keys().stream() : Stream.empty(),
                        event.output().stream().flatMap(output -> output.queues().stream()
                                .flatMap(queue -> output.stream().keys(queue).stream()))))
                .distinct()
                .toList();
    }

    private WeldContainer weld() {
        if (weld == null) {
            throw new IllegalStateException("the application has not started");
        }
        return weld;
    }

    <T> T get(Class<T> type, Annotation... qualifiers) {
        return select(type, qualifiers).get();
    }

    <T> Instance<T> select(Class<T> type, Annotation... qualifiers) {
        return weld().select(type, qualifiers);
    }

    BeanManager beans() {
        return weld().getBeanManager();
    }

    EventsExtension events() {
        return beans().getExtension(EventsExtension.class);
    }

    EventCatalogue catalogue() {
        return get(EventCatalogue.class);
    }

    List<EventLoop> loops(Class<? extends Trigger> trigger) {
        return weld().select(EventLoops.class, Any.Literal.INSTANCE).stream()
                .flatMap(loops -> loops.loops().stream())
                .filter(loop -> trigger.isInstance(loop.event().trigger()))
                .toList();
    }

    /** The stages of an event, the first one first; as many times as there are applications that it is of. */
    List<EventDefinition> stages(Class<?> event) {
        return catalogue().events().stream()
                .filter(definition -> definition.beanClass() == event)
                .toList();
    }

    /** Waits until nothing is left to do. */
    void settle() {
        var left = backlog;
        pace.until(() -> left == null || left.isEmpty(), "all messages have been worked on");
    }

    TestSetup setup() {
        return setup;
    }

    Pace pace() {
        return pace;
    }

    Recorder recorder() {
        return recorder;
    }

    StepControls controls() {
        return controls;
    }

    @Override
    public void close() {
        try {
            pace.close();
            if (backlog != null) {
                backlog.close();
            }
            if (weld != null && weld.isRunning()) {
                weld.close();
            }
            if (broker != null) {
                broker.close();
            }
        } finally {
            CurrentContainer.ends();
            config.close();
        }
    }
}
