package io.hopeit.testing;

import io.hopeit.OnApp;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test of events. Before each test method an application starts that has the events named here, the beans that these
 * need, and nothing else; it ends after the method. There is no server: requests go through JAX-RS in memory, streams are
 * in memory, and time passes when nothing else is to be done in it ({@link TestClock}).
 *
 * {@snippet :
 * @HopeitTest(PlaceOrder.class)
 * class PlaceOrderTest {
 *     @Test
 *     void anOrderIsAccepted(TestApp app) {
 *         var run = app.run(PlaceOrder.class, new Order("o1"));
 *
 *         assertThat(run.status()).isEqualTo(200);
 *         assertThat(run.published("orders.placed", Accepted.class)).hasSize(1);
 *     }
 * }
 * }
 *
 * <p>Test methods and those before and after them can have a parameter {@link TestApp}; fields of the test class can be
 * {@code @Inject}, and {@link TestBean} makes one a bean. Configuration is the application's own, with {@link WithConfig}
 * on top. With the system property {@code hopeit.testing.redis} the same tests run on a real Redis: {@code embedded}
 * starts one, {@code redis://host:port} is one that runs, whose streams of this application are deleted before each
 * test. Time is real then.
 *
 * <p>Tests with this annotation run one after another, also where JUnit runs others at the same time.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(HopeitTestExtension.class)
@ResourceLock("io.hopeit.testing")
public @interface HopeitTest {
    /**
     * The classes of the events. Others of the application are not there. The plugin of one that is {@link OnApp} is one of the
     * application, unless {@link WithConfig} sets {@code hopeit.app.plugins}. A class that is no event is an error at the
     * start.
     */
    Class<?>[] value() default {};

    /**
     * Further beans, for this test. One that has the type of a bean of the application is taken instead of it; so a fake
     * is a class that implements the same interface, or a subclass. Also classes of JAX-RS, such as an exception mapper.
     */
    Class<?>[] with() default {};

    /** When time begins, in ISO-8601: {@code 2026-11-21T05:00:00Z}; by default at the present. In memory only. */
    String startsAt() default "";
}
