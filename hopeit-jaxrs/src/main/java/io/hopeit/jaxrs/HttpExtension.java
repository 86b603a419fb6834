package io.hopeit.jaxrs;

import io.hopeit.cdi.EventsExtension;
import io.hopeit.spi.Problems;
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
import jakarta.ws.rs.core.Application;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** Adds a resource for each event with an HTTP trigger. */
public class HttpExtension implements Extension {
    private static final String JWT = "org.eclipse.microprofile.auth.LoginConfig";

    private final List<Class<?>> resources = new ArrayList<>();
    private boolean hasApplication;

    void findApplication(@Observes ProcessAnnotatedType<? extends Application> type) {
        hasApplication = true;
    }

    void addResources(@Observes @Priority(EventsExtension.SCAN + 100) AfterTypeDiscovery discovery, BeanManager beans) {
        var events = beans.getExtension(EventsExtension.class);
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
                    .addAnnotatedType(TokenApplication.class, TokenApplication.class.getName())
                    .add(ApplicationScoped.Literal.INSTANCE);
        }
    }

    void checkSecurity(
            @Observes @Priority(EventsExtension.SCAN + 100) AfterDeploymentValidation validation, BeanManager beans) {
        var events = beans.getExtension(EventsExtension.class);
        var available = beans.createInstance().select(Authenticator.class, Any.Literal.INSTANCE).stream()
                .map(Authenticator::method)
                .collect(Collectors.toSet());
        new SecurityChecks(events.catalogue(), ConfigProvider.getConfig(), events.problems()).check(available);
    }

    /** The generated resource classes, for an {@code Application} that lists its classes. */
    public List<Class<?>> resources() {
        return List.copyOf(resources);
    }
}
