package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.App;
import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AuthenticatorsTest {
    private static final App APP = new App("shop", "1.0");

    /** Without a scope. */
    static class ByWord implements Authenticator {
        private static final AtomicInteger made = new AtomicInteger();
        private static final AtomicInteger destroyed = new AtomicInteger();

        ByWord() {
            made.incrementAndGet();
        }

        @PreDestroy
        void destroy() {
            destroyed.incrementAndGet();
        }

        @Override
        public AuthMethod method() {
            return AuthMethod.BASIC;
        }

        @Override
        public Optional<Identity> authenticate(App app, String credentials) {
            return Optional.of(credentials)
                    .filter("sesame"::equals)
                    .map(word -> new Identity(AuthMethod.BASIC, "ali", Map.of(), true));
        }
    }

    private static Authenticators in(SeContainer container) {
        return container.select(Authenticators.class).get();
    }

    private static SeContainer start() {
        return SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(Authenticators.class, ByWord.class)
                .initialize();
    }

    @Test
    void oneWithoutAScopeIsMadeOnceAndDestroyedAtTheEnd() {
        ByWord.made.set(0);
        ByWord.destroyed.set(0);
        try (var container = start()) {
            in(container).authenticate(AuthMethod.BASIC, APP, List.of("sesame"));
            in(container).authenticate(AuthMethod.BASIC, APP, List.of("sesame"));
            assertThat(ByWord.made).hasValue(1);
        }
        assertThat(ByWord.destroyed).hasValue(1);
    }

    @Test
    void ofSeveralProofsTheFirstThatProvesSomethingCounts() {
        try (var container = start()) {
            assertThat(in(container).authenticate(AuthMethod.BASIC, APP, List.of("barley", "sesame")))
                    .hasValueSatisfying(identity -> assertThat(identity.name()).isEqualTo("ali"));
        }
    }

    @Test
    void oneForAnotherMethodIsNotAsked() {
        try (var container = start()) {
            assertThat(in(container).authenticate(AuthMethod.REFRESH, APP, List.of("sesame")))
                    .isEmpty();
        }
    }
}
