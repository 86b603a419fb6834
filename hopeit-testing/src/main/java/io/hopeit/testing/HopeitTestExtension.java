package io.hopeit.testing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts an application before each test method, and ends it after. JUnit finds it by {@link HopeitTest}. */
final class HopeitTestExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(HopeitTestExtension.class);

    private record Running(TestContainer container, TestApp app) {}

    @Override
    public void beforeEach(ExtensionContext context) {
        List<Object> instances = context.getRequiredTestInstances().getAllInstances();
        var container = TestContainer.start(TestSetup.of(instances, context.getRequiredTestMethod()));
        var app = new TestApp(container, new Runner(container), Optional.empty());
        context.getStore(NAMESPACE).put(Running.class, new Running(container, app));
        instances.forEach(instance -> inject(container, instance));
    }

    private static <T> void inject(TestContainer container, T instance) {
        @SuppressWarnings("unchecked") // it is its class
        var type = (Class<T>) instance.getClass();
        var beans = container.beans();
        var target =
                beans.getInjectionTargetFactory(beans.createAnnotatedType(type)).createInjectionTarget(null);
        target.inject(instance, beans.createCreationalContext(null));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var running = context.getStore(NAMESPACE).remove(Running.class, Running.class);
        if (running != null) {
            running.container().close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == TestApp.class || type == TestClock.class;
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var running = context.getStore(NAMESPACE).get(Running.class, Running.class);
        if (running == null) {
            throw TestSetup.wrong(
                    context.getDisplayName(),
                    "there is an application for each test method: have a TestApp in a method, not in a constructor or"
                            + " @BeforeAll.");
        }
        return parameter.getParameter().getType() == TestApp.class
                ? running.app()
                : running.app().clock();
    }
}
