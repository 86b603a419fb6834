package io.hopeit.testing;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** The configuration of one test, for as long as it is open: the application's own, and more. */
final class TestConfig implements AutoCloseable {
    /** Below all that anybody says. */
    private static final int LEAST = -1_000_000;
    /** Above environment variables and system properties, which are those of the machine. */
    private static final int MORE = 500;

    private static final int MOST = 1_000_000;

    private final ConfigProviderResolver before = ConfigProviderResolver.instance();

    /**
     * Is in force at once.
     *
     * @param defaults where nobody says anything
     * @param kit what this kit needs
     * @param test what the test says
     */
    TestConfig(Map<String, String> defaults, Map<String, String> kit, Map<String, String> test) {
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .addDiscoveredSources()
                .addDiscoveredConverters()
                .addDiscoveredInterceptors()
                .withSources(
                        new PropertiesConfigSource(defaults, "hopeit-testing: defaults", LEAST),
                        new PropertiesConfigSource(kit, "hopeit-testing", MORE),
                        new PropertiesConfigSource(test, "@WithConfig", MOST))
                .build();
        ConfigProviderResolver.setInstance(new Always(config));
    }

    @Override
    public void close() {
        ConfigProviderResolver.setInstance(before);
    }

    /** Whoever asks. */
    private static final class Always extends ConfigProviderResolver {
        private final Config config;

        Always(Config config) {
            this.config = config;
        }

        @Override
        public Config getConfig() {
            return config;
        }

        @Override
        public Config getConfig(ClassLoader loader) {
            return config;
        }

        @Override
        public ConfigBuilder getBuilder() {
            return new SmallRyeConfigBuilder();
        }

        @Override
        public void registerConfig(Config other, ClassLoader loader) {
            throw new IllegalStateException("the configuration of a test is said by @WithConfig");
        }

        @Override
        public void releaseConfig(Config other) {
            // it ends with the test
        }
    }
}
