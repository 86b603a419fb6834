package io.hopeit.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Singleton;
import java.util.List;

/** Adds the beans of one test: those of the test itself win over the application's. */
class TestBeans implements Extension {
    private final TestSetup setup;
    private final List<InstanceBean<?>> kit;

    /** {@code kit}: what this kit has in place of what an application has on a server. */
    TestBeans(TestSetup setup, List<InstanceBean<?>> kit) {
        this.setup = setup;
        this.kit = kit;
    }

    void addClasses(@Observes BeforeBeanDiscovery discovery) {
        for (Class<?> type : setup.with()) {
            var added = discovery.addAnnotatedType(type, type.getName());
            if (!BeanClasses.goesAround(type)) {
                addScope(type, added);
                replaceOthers(type, added);
            }
        }
    }

    private static void replaceOthers(Class<?> type, AnnotatedTypeConfigurator<?> added) {
        if (!BeanClasses.isOneOfMany(type)) {
            added.add(Alternative.Literal.INSTANCE).add(Winning.LITERAL);
        }
    }

    /** A fake need not say any: there is one of it. */
    private static void addScope(Class<?> type, AnnotatedTypeConfigurator<?> added) {
        if (!BeanClasses.isBean(type)) {
            added.add(OnlyOne.LITERAL);
        }
    }

    void control(@Observes ProcessAnnotatedType<?> type) {
        if (setup.events().contains(type.getAnnotatedType().getJavaClass())) {
            type.configureAnnotatedType().add(Controlled.Literal.INSTANCE);
        }
    }

    void addBeans(@Observes AfterBeanDiscovery discovery) {
        setup.beans().forEach(discovery::addBean);
        kit.forEach(discovery::addBean);
    }

    private static final class OnlyOne extends AnnotationLiteral<Singleton> implements Singleton {
        private static final long serialVersionUID = 1;

        static final OnlyOne LITERAL = new OnlyOne();
    }

    @SuppressWarnings("ClassExplicitlyAnnotation")
    private static final class Winning extends AnnotationLiteral<Priority> implements Priority {
        private static final long serialVersionUID = 1;

        static final Winning LITERAL = new Winning();

        @Override
        public int value() {
            return Integer.MAX_VALUE - 1;
        }
    }
}
