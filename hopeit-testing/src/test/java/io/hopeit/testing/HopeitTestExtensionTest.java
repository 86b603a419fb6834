package io.hopeit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.hopeit.testing.shop.Order;
import io.hopeit.testing.shop.PlaceOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** When JUnit has an application for a test, and what it says where there is none. */
class HopeitTestExtensionTest {
    private static Events run(Class<?> test) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(test))
                .execute()
                .allEvents();
    }

    @HopeitTest(PlaceOrder.class)
    static class AroundMethods {
        static final List<TestApp> APPS = new ArrayList<>();

        @BeforeEach
        void before(TestApp app) {
            APPS.add(app);
        }

        @Test
        void during(TestApp app, TestClock clock) {
            APPS.add(app);
            assertThat(clock.instant()).isEqualTo(app.clock().instant());
            assertThat(app.run(PlaceOrder.class, new Order("o1", 1)).status()).isEqualTo(201);
        }

        @AfterEach
        void after(TestApp app) {
            APPS.add(app);
        }
    }

    @Test
    void aMethodAndThoseBeforeAndAfterItHaveTheSameApplication() {
        run(AroundMethods.class).assertStatistics(events -> events.failed(0));

        assertThat(AroundMethods.APPS).hasSize(3).containsOnly(AroundMethods.APPS.getFirst());
    }

    @HopeitTest(PlaceOrder.class)
    static class InConstructor {
        InConstructor(TestApp app) {}

        @Test
        void never() {}
    }

    @HopeitTest(PlaceOrder.class)
    static class BeforeAllMethods {
        @BeforeAll
        static void before(TestApp app) {}

        @Test
        void never() {}
    }

    @Test
    void whereThereIsNoApplicationYetItIsSaidWhereThereIs() {
        for (Class<?> test : List.of(InConstructor.class, BeforeAllMethods.class)) {
            run(test)
                    .assertThatEvents()
                    .haveExactly(
                            1,
                            finishedWithFailure(message(text -> text.contains(
                                    "there is an application for each test method: have a TestApp in a method, not in a "
                                            + "constructor or @BeforeAll."))));
        }
    }

    @HopeitTest(Order.class)
    static class NamesNoEvent {
        @Test
        void never(TestApp app) {}
    }

    @Test
    void aTestWhoseApplicationDoesNotStartFailsWithTheReason() {
        run(NamesNoEvent.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        finishedWithFailure(message(
                                text -> text.startsWith("NamesNoEvent: @HopeitTest names Order, which is no event"))));
    }
}
