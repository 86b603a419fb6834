package io.hopeit.auth;

import io.hopeit.App;
import io.hopeit.cdi.EventsExtension;
import io.hopeit.config.Names;
import io.hopeit.config.SettingsReader;
import io.hopeit.spi.AppDefinition;
import io.hopeit.spi.EventCatalogue;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings, users and keys when the application is deployed, and notes all that is wrong with them. Where no
 * application lists the plugin it does nothing, and nobody is authenticated.
 *
 * {@snippet lang="properties" :
 * hopeit.app.plugins=basic-auth
 * hopeit.basic-auth.users.ada.password-hash=${ADA_HASH}
 * }
 *
 * @hidden applications have no use for it
 */
public class BasicAuthExtension implements Extension {
    private static final Logger LOG = System.getLogger("io.hopeit.auth");
    private static final String PLUGIN = "basic-auth";

    private List<App> apps = List.of();
    private @Nullable Deployment deployment;

    private record Deployment(
            TokenSettings tokens, CookieSettings cookie, Optional<Keys> keys, Optional<ConfiguredUsers> users) {}

    void addAuthenticators(@Observes @Priority(EventsExtension.SCAN + 50) AfterTypeDiscovery types, BeanManager beans) {
        apps = users(beans.getExtension(EventsExtension.class).catalogue());
        if (isUsed()) {
            Stream.of(PasswordAuthenticator.class, SessionAuthenticator.class)
                    .forEach(type ->
                            types.addAnnotatedType(type, type.getName()).add(ApplicationScoped.Literal.INSTANCE));
        }
    }

    /** The applications that list the plugin. */
    private static List<App> users(EventCatalogue catalogue) {
        return catalogue.apps().stream()
                .filter(app ->
                        app.settings().plugins().stream().map(Names::spinal).anyMatch(PLUGIN::equals))
                .map(AppDefinition::app)
                .toList();
    }

    /** Whether there is an application that lists the plugin. */
    boolean isUsed() {
        return !apps.isEmpty();
    }

    void read(@Observes @Priority(EventsExtension.SCAN + 300) AfterDeploymentValidation validation, BeanManager beans) {
        if (!isUsed()) {
            return;
        }
        var events = beans.getExtension(EventsExtension.class);
        var section = events.settings().section(AuthKeys.GROUP);
        var tokens = TokenSettings.read(section, events.catalogue().app());
        JwtChecks.check(events.settings().section(JwtChecks.PREFIX), tokens, apps);
        deployment = new Deployment(
                tokens,
                CookieSettings.read(section),
                Keys.read(section),
                hasStore(beans, events) ? Optional.empty() : Optional.of(readUsers(events.settings())));
    }

    private static boolean hasStore(BeanManager beans, EventsExtension events) {
        var stores = beans.getBeans(UserStore.class);
        try {
            var unused = beans.resolve(stores);
        } catch (AmbiguousResolutionException e) {
            events.problems()
                    .add(
                            UserStore.class,
                            "there are %d beans of this type, %s; there can be one: take away the others.",
                            stores.size(),
                            stores.stream()
                                    .map(store -> store.getBeanClass().getName())
                                    .sorted()
                                    .collect(Collectors.joining(" and ")));
        }
        return !stores.isEmpty();
    }

    private static ConfiguredUsers readUsers(SettingsReader settings) {
        var users = ConfiguredUsers.read(settings);
        if (users.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "Nobody can log in: set hopeit.basic-auth.users.<name>.password-hash, or write a UserStore.");
        }
        return users;
    }

    private Deployment deployment() {
        if (deployment == null) {
            throw new IllegalStateException(
                    "no application lists the plugin " + PLUGIN + ", or it is not validated yet");
        }
        return deployment;
    }

    TokenSettings tokens() {
        return deployment().tokens();
    }

    CookieSettings cookie() {
        return deployment().cookie();
    }

    Keys keys() {
        return deployment().keys().orElseThrow();
    }

    /** Those in configuration, which are only read where there is no other store. */
    ConfiguredUsers users() {
        return deployment().users().orElseThrow();
    }
}
