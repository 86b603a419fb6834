package io.hopeit.config;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Reads MicroProfile Config into settings, once, at deployment.
 *
 * <p>It never throws for what configuration says: a wrong value is noted in {@link #problems()} and its default taken,
 * so that one deployment error can list all mistakes. The keys it has been asked for are the keys that exist; any other
 * {@code hopeit.*} key is in {@link #unknownKeys()}. Not thread-safe: deployment is one thread.
 *
 * {@snippet :
 * void check(Config config) {
 *     var settings = new SettingsReader(config);
 *     var timeout = settings.event("orders.place").timeout();
 *     if (!settings.problems().isEmpty()) {
 *         throw new IllegalStateException(String.join("; ", settings.problems()));
 *     }
 * }
 * }
 */
public final class SettingsReader {
    /** All keys that are read here, in the order of the reference. */
    static final List<KeyGroup> GROUPS = List.of(
            AppKeys.OWN,
            AppKeys.FURTHER,
            DeploymentKeys.GROUP,
            EventKeys.GROUP,
            EventKeys.Overrides.GROUP,
            StreamKeys.GROUP,
            StreamOverrideKeys.GROUP,
            StreamKeys.NAMED,
            StreamsKeys.GROUP,
            IdentityKeys.GROUP,
            RedisKeys.GROUP,
            AsyncApiKeys.GROUP);

    private final Values values;

    /** Reads from {@code config}, which has to be that of the application being deployed. */
    public SettingsReader(Config config) {
        this.values = new Values(config);
        DeploymentKeys.checkAppConfig(values);
        AppConfigSource.problems(values).forEach(problem -> values.problem("%s", problem));
    }

    /** The application's own settings; its name is required. */
    public AppSettings app() {
        return AppKeys.readOwn(values);
    }

    /** Settings of a further application, whose package says its name and version. */
    public AppSettings app(String name, String version) {
        return AppKeys.readFurther(values, name, version);
    }

    /** Settings of all applications together. */
    public DeploymentSettings deployment() {
        return DeploymentKeys.read(values);
    }

    /** Settings of the event with this name, in either spelling: {@code save_something} or {@code save-something}. */
    public EventSettings event(String name) {
        return EventKeys.read(values, name);
    }

    /** Settings of the stream with this name, in either spelling; {@code defaultKey} is its key when none is set. */
    public StreamSettings stream(String name, String defaultKey) {
        return StreamKeys.read(values, name, defaultKey);
    }

    /** Settings of all streams together. */
    public StreamsSettings streams() {
        return StreamsKeys.read(values);
    }

    /** How messages prove who has sent them. */
    public IdentitySettings identity() {
        return IdentityKeys.read(values);
    }

    /** How to reach Redis. */
    public RedisSettings redis() {
        return RedisKeys.read(values);
    }

    /** Who may read the document of streams. */
    public AsyncApiSettings asyncApi() {
        return AsyncApiKeys.read(values);
    }

    /** The settings of a module, which reads them itself. */
    public Section section(KeyGroup group) {
        return values.section(group);
    }

    /** Those of something with a name, for a group whose prefix has a place for it: {@code hopeit.user.<user>}. */
    public Section section(KeyGroup group, String name) {
        return values.section(group, List.of(name));
    }

    /**
     * Settings that no {@link KeyGroup} declares, and no reference tells about: those of others, as {@code mp.jwt.verify}.
     * Of several prefixes, the first with a value wins.
     */
    public Section section(String... prefixes) {
        return new Section(values, null, List.of(prefixes));
    }

    /**
     * The names for which such a group has a value; a name may have dots. One that is only in environment variables is not
     * found, as they do not keep its spelling.
     */
    public Set<String> names(KeyGroup group) {
        return values.names(group);
    }

    /** One line for each wrong value read so far: key, value and what would be right. */
    public List<String> problems() {
        return values.problems();
    }

    /**
     * One line for each {@code hopeit.*} key, or {@code HOPEIT_*} variable, that nothing has asked for so far, and for each
     * member of a hopeit.engine configuration that has no counterpart.
     */
    public List<String> unknownKeys() {
        return Stream.concat(AppConfigSource.notes(values), values.unknownKeys().stream())
                .toList();
    }
}
