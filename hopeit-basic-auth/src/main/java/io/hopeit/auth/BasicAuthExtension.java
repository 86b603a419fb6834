package io.hopeit.auth;

import io.hopeit.cdi.EventsExtension;
import io.hopeit.config.SettingsReader;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads settings, users and keys when the application is deployed, and notes all that is wrong with them. */
public class BasicAuthExtension implements Extension {
    private static final Logger LOG = System.getLogger("io.hopeit.auth");

    private @Nullable Deployment deployment;

    private record Deployment(
            TokenSettings tokens, CookieSettings cookie, Optional<Keys> keys, Optional<ConfiguredUsers> users) {}

    void read(@Observes @Priority(EventsExtension.SCAN + 300) AfterDeploymentValidation validation, BeanManager beans) {
        var events = beans.getExtension(EventsExtension.class);
        var app = events.catalogue().app();
        var section = events.settings().section("hopeit.basic-auth");
        var tokens = TokenSettings.read(section, app);
        JwtChecks.check(events.settings().section("mp.jwt.verify"), tokens, app);
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
            events.problems().add(UserStore.class, "there are %d beans of this type; there can be one.", stores.size());
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
            throw new IllegalStateException("settings are known after the deployment has been validated");
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
