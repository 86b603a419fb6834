package io.hopeit.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The app configuration of hopeit.engine as a source of MicroProfile Config, so that one file can serve both.
 *
 * <p>It reads {@code META-INF/hopeit-app.json} from the class path, or in its place the files that the system property
 * {@code hopeit.app-config} or the variable {@code HOPEIT_APP_CONFIG} names, separated by commas. Of several, later files
 * win, and the last one with an {@code app} is the application; those on the class path are in reverse order. Its ordinal
 * is 90: an application's {@code microprofile-config.properties} win over it. Where there is no file, there are no
 * properties.
 *
 * <p>It never throws: what is wrong with a file is in {@link SettingsReader#problems()}. Immutable and thread-safe.
 *
 * {@snippet lang="shell" :
 * java -Dhopeit.app-config=/etc/shop/app-config.json,/etc/shop/plugin-config.json -jar shop.jar
 * }
 *
 * @hidden applications have no use for it; MicroProfile Config finds it
 */
public final class AppConfigSource implements ConfigSource {
    /** What names the files, below {@code hopeit}. */
    static final String FILES = "app-config";

    private static final int ORDINAL = 90;
    private static final String PREFIX = "app configuration ";
    private static final String RESERVED = "hopeit." + FILES;
    private static final String PROBLEMS = RESERVED + ".problems";
    private static final String NOTES = RESERVED + ".notes";
    private static final String VARIABLES = RESERVED + ".variables";

    private final String name;
    private final Map<String, String> properties;

    /** For the container. */
    public AppConfigSource() {
        this(AppConfig.read(AppConfigFiles.find(), Variables.ofProcess()));
    }

    AppConfigSource(AppConfig config) {
        name = PREFIX + config.name();
        properties = config.properties(PROBLEMS, NOTES, VARIABLES);
    }

    static boolean isNameOfOne(@Nullable String source) {
        return source != null && source.startsWith(PREFIX);
    }

    /** What is wrong with the files. */
    static Stream<String> problems(Values values) {
        return values.text(PROBLEMS).stream().flatMap(String::lines);
    }

    /** What is in the files and does nothing. */
    static Stream<String> notes(Values values) {
        return values.text(NOTES).stream().flatMap(String::lines);
    }

    /** Environment variables that the files use. */
    static List<String> variables(Values values) {
        return values.text(VARIABLES).map(Values::list).orElseGet(List::of);
    }

    @Override
    public Map<String, String> getProperties() {
        return properties;
    }

    @Override
    public Set<String> getPropertyNames() {
        return properties.keySet();
    }

    @Override
    @SuppressWarnings("NullAway") // the interface is not annotated, and says null for what is absent
    public String getValue(String key) {
        return properties.get(key);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }
}
