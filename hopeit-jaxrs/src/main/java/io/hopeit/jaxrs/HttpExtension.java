package io.hopeit.jaxrs;

import io.hopeit.cdi.EventsExtension;
import io.hopeit.config.AsyncApiSettings;
import io.hopeit.jaxrs.openapi.DocumentAhead;
import io.hopeit.spi.Json;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Trigger;
import io.hopeit.spi.Types;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Adds a resource for each event with an HTTP trigger.
 *
 * {@snippet :
 * void print(BeanManager beans) {
 *     beans.getExtension(HttpExtension.class).resources().forEach(resource -> out.println(resource.getName()));
 * }
 * }
 *
 * @hidden applications have no use for it
 */
public class HttpExtension implements Extension {
    private static final String JWT = "org.eclipse.microprofile.auth.LoginConfig";
    private static final String OPENAPI = "org.eclipse.microprofile.openapi.OASModelReader";

    private final List<Class<?>> resources = new ArrayList<>();
    private final Set<Class<?>> served = new LinkedHashSet<>();
    private final DocumentAhead document = new DocumentAhead();
    private boolean hasApplication;
    private @Nullable AsyncApiSettings asyncApi;

    void findApplication(@Observes ProcessAnnotatedType<? extends Application> type) {
        hasApplication = true;
    }

    void findServed(@Observes ProcessManagedBean<?> bean) {
        var type = bean.getAnnotatedBeanClass();
        boolean isServed = type.isAnnotationPresent(Path.class) || type.isAnnotationPresent(Provider.class);
        if (isServed && isOfApplication(type.getJavaClass())) {
            served.add(type.getJavaClass());
        }
    }

    /** A server has beans of its own, which it serves itself. */
    private static boolean isOfApplication(Class<?> type) {
        var ours = HttpExtension.class.getClassLoader();
        for (var loader = type.getClassLoader(); loader != null; loader = loader.getParent()) {
            if (loader.equals(ours)) {
                return true;
            }
        }
        return false;
    }

    void addResources(@Observes @Priority(EventsExtension.SCAN + 100) AfterTypeDiscovery discovery, BeanManager beans) {
        var events = beans.getExtension(EventsExtension.class);
        events.serves(Trigger.Http.class);
        Problems problems = events.problems();
        boolean isSecured = hasApplication || SecurityChecks.isConfigured(ConfigProvider.getConfig());
        events.catalogue().events().stream()
                .flatMap(event -> HttpEndpoint.of(event).stream())
                .filter(endpoint -> EndpointChecks.pass(endpoint, problems))
                .map(endpoint -> ResourceGenerator.generate(endpoint, isSecured))
                .forEach(resource -> {
                    resources.add(resource);
                    discovery.addAnnotatedType(beans.createAnnotatedType(resource), resource.getName());
                });
    }

    /** Where there is nothing to verify tokens with, a server would fail on each request that has one. */
    void addApplication(@Observes AfterTypeDiscovery discovery) {
        if (!hasApplication && Types.isPresent(JWT) && SecurityChecks.canVerifyTokens(ConfigProvider.getConfig())) {
            discovery
                    .addAnnotatedType(EventsApplication.class, EventsApplication.class.getName())
                    .add(ApplicationScoped.Literal.INSTANCE);
        }
    }

    void checkSecurity(
            @Observes @Priority(EventsExtension.SCAN + 100) AfterDeploymentValidation validation, BeanManager beans) {
        var events = beans.getExtension(EventsExtension.class);
        asyncApi = events.settings().asyncApi();
        var available = beans.createInstance().select(Authenticator.class, Any.Literal.INSTANCE).stream()
                .map(Authenticator::method)
                .collect(Collectors.toSet());
        var checks = new SecurityChecks(events.catalogue(), ConfigProvider.getConfig(), events.problems());
        checks.check(available);
        checks.check(asyncApi);
    }

    void beginDocument(
            @Observes @Priority(EventsExtension.REPORT + 100) AfterDeploymentValidation validation, BeanManager beans) {
        var events = beans.getExtension(EventsExtension.class);
        if (events.problems().isEmpty() && Types.isPresent(OPENAPI)) {
            document.begin(
                    events.catalogue(),
                    beans.createInstance().select(Json.class).get().mapper());
        }
    }

    /** The OpenAPI document of the events. */
    public DocumentAhead document() {
        return document;
    }

    /** Who may read the document of streams. */
    AsyncApiSettings asyncApi() {
        return Objects.requireNonNull(asyncApi, "known after the deployment has been validated");
    }

    /** All beans that are resources or providers, the generated ones too. */
    Set<Class<?>> served() {
        return Set.copyOf(served);
    }

    /** The generated resource classes, for an {@code Application} that lists its classes. */
    public List<Class<?>> resources() {
        return List.copyOf(resources);
    }
}
