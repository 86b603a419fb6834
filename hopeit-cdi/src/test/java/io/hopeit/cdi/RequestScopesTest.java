package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.spi.RequestScopes;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The request scope of work that no server has opened one for. */
class RequestScopesTest {
    private static final List<String> HAPPENED = new CopyOnWriteArrayList<>();

    @RequestScoped
    static class Basket {
        private int things;

        int add() {
            return ++things;
        }

        @PreDestroy
        void end() {
            HAPPENED.add("basket with " + things);
        }
    }

    @RequestScoped
    static class Broken {
        @Inject
        Basket basket;

        void use() {
            basket.add();
        }

        @PreDestroy
        void end() {
            HAPPENED.add("broken");
            throw new IllegalStateException("on purpose");
        }
    }

    @ApplicationScoped
    static class Shop {
        @Inject
        Basket basket;

        @ActivateRequestContext
        int add() {
            return basket.add();
        }
    }

    @Dependent
    static class Observer {
        void begun(@Observes @Initialized(RequestScoped.class) Object event) {
            HAPPENED.add("initialized");
        }

        void ending(@Observes @BeforeDestroyed(RequestScoped.class) Object event) {
            HAPPENED.add("before destroyed");
        }

        void ended(@Observes @Destroyed(RequestScoped.class) Object event) {
            HAPPENED.add("destroyed");
        }
    }

    private final Deployed deployed = Deployed.of(Basket.class, Broken.class, Shop.class);
    private final Basket basket = deployed.get(Basket.class);

    private static <T> T inNew(Deployed deployed, Callable<T> work) throws Exception {
        return deployed.get(RequestScopes.class).inNew(Optional.empty(), work);
    }

    private <T> T inNew(Callable<T> work) throws Exception {
        return inNew(deployed, work);
    }

    @BeforeEach
    void forget() {
        HAPPENED.clear();
    }

    @AfterEach
    void close() {
        deployed.close();
    }

    @Test
    void aBeanLivesAsLongAsTheWork() throws Exception {
        assertThat(inNew(() -> basket.add() + basket.add())).isEqualTo(3);
        assertThat(HAPPENED).containsExactly("basket with 2");
        assertThat(inNew(basket::add)).isEqualTo(1);
    }

    @Test
    void nothingIsActiveOutside() throws Exception {
        inNew(basket::add);

        assertThatThrownBy(basket::add).isInstanceOf(ContextNotActiveException.class);
    }

    @Test
    void workInsideOfWorkHasAScopeOfItsOwn() throws Exception {
        assertThat(inNew(() -> {
                    basket.add();
                    assertThat(inNew(basket::add)).isEqualTo(1);
                    return basket.add();
                }))
                .isEqualTo(2);
    }

    @Test
    void workThatMayBeInARequestUsesThatOne() throws Exception {
        var scopes = deployed.get(RequestScopes.class);
        var controller = deployed.get(RequestContextController.class);
        controller.activate();
        try {
            basket.add();
            assertThat(scopes.<Integer>during(basket::add)).isEqualTo(2);
        } finally {
            controller.deactivate();
        }
        assertThat(scopes.<Integer>during(basket::add)).isEqualTo(1);
    }

    @Test
    void activatingItInsideChangesNothing() throws Exception {
        assertThat(inNew(() -> {
                    basket.add();
                    var controller = deployed.get(RequestContextController.class);
                    assertThat(controller.activate()).isFalse();
                    controller.deactivate();
                    deployed.get(Shop.class).add();
                    return basket.add();
                }))
                .isEqualTo(3);
        assertThat(HAPPENED).containsExactly("basket with 3");
    }

    @Test
    void aThreadThatTheWorkStartsIsInNone() throws Exception {
        inNew(() -> {
            basket.add();
            var elsewhere = new CompletableFuture<Integer>();
            Thread.ofVirtual()
                    .start(() -> elsewhere.complete(deployed.get(Shop.class).add()));
            assertThat(elsewhere.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            return basket.add();
        });
        assertThat(HAPPENED).containsExactlyInAnyOrder("basket with 1", "basket with 2");
    }

    @Test
    void beansAreDestroyedInReverseAndOneThatFailsDoesNoHarm() throws Exception {
        inNew(() -> {
            deployed.get(Broken.class).use();
            return null;
        });

        assertThat(HAPPENED).containsExactly("basket with 1", "broken");
        assertThatThrownBy(basket::add).isInstanceOf(ContextNotActiveException.class);
    }

    @Test
    void whatTheWorkThrowsComesOutAndItsBeansAreDestroyed() {
        assertThatThrownBy(() -> inNew(() -> {
                    basket.add();
                    throw new ExecutionException("on purpose", null);
                }))
                .isExactlyInstanceOf(ExecutionException.class);
        assertThat(HAPPENED).containsExactly("basket with 1");
    }

    @Test
    void oneBeanCanBeDestroyedBefore() throws Exception {
        assertThat(inNew(() -> {
                    basket.add();
                    Instance<Basket> baskets = deployed.container().select(Basket.class);
                    baskets.destroy(basket);
                    return basket.add();
                }))
                .isEqualTo(1);
    }

    @Test
    void observersAreToldOfItsBeginAndEnd() throws Exception {
        try (var observed = Deployed.of(Basket.class, Observer.class)) {
            HAPPENED.clear();
            inNew(observed, () -> observed.get(Basket.class).add());
        }
        assertThat(HAPPENED).startsWith("initialized", "before destroyed", "basket with 1", "destroyed");
    }
}
