package io.hopeit.sample.api;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What others can use of a module, from its compiled classes: the same text for the same classes. */
final class ApiListing {
    private static final String CLASS = ".class";
    private static final String APART =
            "\n---- public for other modules of hopeit, or for a server; hidden in javadoc ----\n\n";

    private ApiListing() {}

    /**
     * Of the module that this class is in.
     *
     * @param hidden names of types that come last
     */
    static String of(Class<?> member, Set<String> hidden) throws IOException {
        var types = classes(member)
                .filter(ApiListing::isVisible)
                .sorted(Comparator.comparing(Class::getName))
                .collect(Collectors.partitioningBy(type -> hidden.contains(type.getCanonicalName())));
        return Stream.of(types.get(false), types.get(true))
                .filter(some -> !some.isEmpty())
                .map(ApiListing::text)
                .collect(Collectors.joining(APART));
    }

    private static String text(List<Class<?>> types) {
        var packages = new TreeMap<String, List<ApiType>>(
                types.stream().map(ApiType::new).collect(Collectors.groupingBy(type -> type.type()
                        .getPackageName())));
        return packages.entrySet().stream().map(ApiListing::text).collect(Collectors.joining("\n"));
    }

    private static String text(Map.Entry<String, List<ApiType>> types) {
        return types.getValue().stream()
                .flatMap(ApiType::lines)
                .collect(Collectors.joining("\n", "package " + types.getKey() + "\n", "\n"));
    }

    private static boolean isVisible(Class<?> type) {
        for (Class<?> around = type; around != null; around = around.getEnclosingClass()) {
            if (!Modifier.isPublic(around.getModifiers()) || around.isAnonymousClass() || around.isLocalClass()) {
                return false;
            }
        }
        return true;
    }

    private static Stream<Class<?>> classes(Class<?> member) throws IOException {
        var source = source(member);
        if (Files.isDirectory(source)) {
            return names(source).stream().map(name -> load(name, member));
        }
        try (var jar = FileSystems.newFileSystem(URI.create("jar:" + source.toUri()), Map.of())) {
            return names(jar.getPath("/")).stream().map(name -> load(name, member));
        }
    }

    private static Path source(Class<?> member) {
        try {
            return Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(CLASS) && !name.endsWith("-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                    .toList();
        }
    }

    private static Class<?> load(String name, Class<?> member) {
        try {
            return Class.forName(name, false, member.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
