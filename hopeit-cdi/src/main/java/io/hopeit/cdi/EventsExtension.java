package io.hopeit.cdi;

import io.hopeit.DeleteEvent;
import io.hopeit.GetEvent;
import io.hopeit.MultipartEvent;
import io.hopeit.PatchEvent;
import io.hopeit.PostEvent;
import io.hopeit.PutEvent;
import io.hopeit.ServiceEvent;
import io.hopeit.SetupEvent;
import io.hopeit.Steps;
import io.hopeit.StreamEvent;
import io.hopeit.config.SettingsReader;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Part;
import io.hopeit.spi.Problems;
import io.hopeit.spi.RequestScopes;
import io.hopeit.spi.StreamDefinition;
import io.hopeit.spi.Trigger;
import io.hopeit.spi.Types;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds the events of a deployment, checks them and keeps them in a catalogue.
 *
 * <p>Extensions of transports observe the same container events a little later and get it through {@link
 * BeanManager#getExtension}: from {@link AfterTypeDiscovery} on there is a catalogue, and until their own {@link
 * AfterDeploymentValidation} observer has run they can add problems.
 *
 * {@snippet :
 * class MailExtension implements Extension {
 *     void check(
 *             @Observes @Priority(EventsExtension.SCAN + 300) AfterDeploymentValidation validation, BeanManager beans) {
 *         var events = beans.getExtension(EventsExtension.class);
 *         events.catalogue().events().stream()
 *                 .filter(event -> event.name().startsWith("mail.") && event.output().isEmpty())
 *                 .forEach(event -> events.problems().add(event.beanClass(), "writes no stream; add @WriteStream."));
 *     }
 * }
 * }
 */
public class EventsExtension implements Extension {
    /** Observers of transports have a priority between this one and {@link #REPORT}. */
    public static final int SCAN = Interceptor.Priority.LIBRARY_BEFORE;
    /** All problems are reported at this priority. */
    public static final int REPORT = Interceptor.Priority.LIBRARY_AFTER + 500;

    private static final String METRICS = "org.eclipse.microprofile.metrics.MetricRegistry";
    private static final String TELEMETRY = "io.opentelemetry.api.OpenTelemetry";

    private final List<AnnotatedType<?>> found = new ArrayList<>();
    private final Problems problems = new Problems();
    private final Transports transports = new Transports();
    private @Nullable Deployment deployment;

    /** What one deployment consists of, once its types are known. */
    private record Deployment(SettingsReader settings, Apps apps, Streams streams, EventCatalogue catalogue) {}

    void addOptionalBeans(@Observes BeforeBeanDiscovery discovery) {
        if (Types.isPresent(METRICS)) {
            add(discovery, EventMetrics.class);
        }
        if (Types.isPresent(TELEMETRY)) {
            add(discovery, EventSpans.class);
        }
    }

    private static void add(BeforeBeanDiscovery discovery, Class<?> bean) {
        discovery.addAnnotatedType(bean, bean.getName()).add(new Part.Literal());
    }

    void find(
            @Observes
                    @WithAnnotations({
                        GetEvent.class,
                        PostEvent.class,
                        PutEvent.class,
                        PatchEvent.class,
                        DeleteEvent.class,
                        MultipartEvent.class,
                        StreamEvent.class,
                        ServiceEvent.class,
                        SetupEvent.class,
                        Steps.class
                    })
                    ProcessAnnotatedType<?> type) {
        found.add(type.getAnnotatedType());
    }

    void scan(@Observes @Priority(SCAN) AfterTypeDiscovery discovery) {
        var settings = new SettingsReader(ConfigProvider.getConfig());
        var apps = new Apps(settings);
        var streams = new Streams(settings, problems);
        var events = new EventScanner(settings, apps, streams, problems).scan(found);
        var catalogue = new EventCatalogue(apps.all(), settings.deployment(), events);
        deployment = new Deployment(settings, apps, streams, catalogue);
    }

    void addCatalogue(@Observes AfterBeanDiscovery discovery) {
        discovery.addContext(RequestScopes.context());
        discovery
                .<EventCatalogue>addBean()
                .types(EventCatalogue.class)
                .scope(Singleton.class)
                .produceWith(instances -> catalogue());
    }

    void checkInjection(@Observes @Priority(SCAN) AfterDeploymentValidation validation, BeanManager beans) {
        for (EventDefinition event : catalogue().events()) {
            EventBeans.check(event, beans, problems);
            StepInjection.check(event, beans, problems);
        }
    }

    void report(@Observes @Priority(REPORT) AfterDeploymentValidation validation) {
        transports.check(catalogue(), problems);
        problems.addAll(settings().problems());
        if (!problems.isEmpty()) {
            validation.addDeploymentProblem(new EventDeploymentException(problems));
        }
        StartupLog.unknownKeys(settings().unknownKeys());
    }

    private Deployment deployment() {
        if (deployment == null) {
            throw new IllegalStateException("there is no catalogue before types have been discovered");
        }
        return deployment;
    }

    /** Whether a class has one of the annotations that make it an event. */
    public static boolean isEvent(Class<?> type) {
        return Triggered.ANNOTATIONS.stream().anyMatch(type::isAnnotationPresent);
    }

    /** The name of the plugin that a class is of, if it is of one. */
    public static Optional<String> plugin(Class<?> type) {
        return Home.of(type) instanceof Home.Plugin plugin ? Optional.of(plugin.name()) : Optional.empty();
    }

    /** All events without a problem. */
    public EventCatalogue catalogue() {
        return deployment().catalogue();
    }

    /** What configuration says; a transport reads its own settings here, so that their keys are known. */
    public SettingsReader settings() {
        return deployment().settings();
    }

    /** The stream with this name, as configured, of the application that a class belongs to. */
    public StreamDefinition stream(Class<?> where, String name) {
        var apps = deployment().apps();
        return deployment().streams().define(where, apps.of(apps.home(where)).app(), name);
    }

    /** Said by a transport: it runs events with this trigger. An event that none runs is a mistake of the deployment. */
    public void serves(Class<? extends Trigger> trigger) {
        transports.add(trigger);
    }

    /** Where mistakes are noted. */
    public Problems problems() {
        return problems;
    }
}
