package io.hopeit.testing;

import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Why the application of a test does not start, and what to do. */
final class BootFailures {
    private static final String UNSATISFIED = "WELD-001408";
    private static final String AMBIGUOUS = "WELD-001409";

    private BootFailures() {}

    static RuntimeException explained(Throwable failure, TestSetup setup) {
        if (failure instanceof ExtensionConfigurationException wrong) {
            return wrong;
        }
        var said = String.valueOf(failure.getMessage());
        var text = new StringBuilder("the application of %s does not start: %s".formatted(setup.name(), said));
        if (said.contains(UNSATISFIED) || said.contains("no bean")) {
            text.append(
                    "%n  A bean is missing. Beans are looked for in the jars and folders of %s, and of what they inject. "
                            .formatted(events(setup)));
            text.append(
                    "Name its class in @HopeitTest(with = ...), or give it as a field with @TestBean; a bean needs a"
                            + " scope, such as @ApplicationScoped.");
        } else if (said.contains(AMBIGUOUS)) {
            text.append("%n  A field with @TestBean, or a class in @HopeitTest(with = ...), is taken before all others."
                    .formatted());
        } else if (said.contains("SRCFG")) {
            text.append("%n  @WithConfig(\"key=value\") sets what is not configured.".formatted());
        }
        return new ExtensionConfigurationException(text.toString(), failure);
    }

    private static String events(TestSetup setup) {
        return setup.events().stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
    }
}
