package io.hopeit.sample.api;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.SimpleJavaFileObject;

/** An example as a file that can be compiled. */
final class ExampleFile extends SimpleJavaFileObject {
    /** Where examples take types from without saying so. */
    private static final List<String> PACKAGES = List.of(
            "io.hopeit",
            "io.hopeit.auth",
            "io.hopeit.cdi",
            "io.hopeit.config",
            "io.hopeit.jaxrs",
            "io.hopeit.jaxrs.openapi",
            "io.hopeit.logging",
            "io.hopeit.redis.embedded",
            "io.hopeit.spi",
            "io.hopeit.streams",
            "io.hopeit.streams.engine",
            "io.hopeit.streams.memory",
            "io.hopeit.streams.spi",
            "io.hopeit.testing",
            "jakarta.annotation",
            "jakarta.enterprise.context",
            "jakarta.enterprise.event",
            "jakarta.enterprise.inject",
            "jakarta.enterprise.inject.spi",
            "jakarta.inject",
            "jakarta.validation",
            "jakarta.ws.rs",
            "jakarta.ws.rs.container",
            "java.io",
            "java.nio.file",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.random",
            "java.util.stream",
            "org.eclipse.microprofile.config",
            "org.junit.jupiter.api");

    /** Which of several of one name is meant, unless an example is that of another. */
    private static final List<String> TYPES = List.of(
            "io.hopeit.Collector",
            "io.hopeit.EventContext",
            "io.hopeit.Order",
            "io.hopeit.jaxrs.Part",
            "io.hopeit.spi.EventListener",
            "jakarta.interceptor.Interceptor",
            "java.lang.reflect.Type",
            "java.nio.file.Path");

    private final Example example;
    private final String text;

    private ExampleFile(Example example, String path, String text) {
        super(URI.create("string:///" + path + ".java"), Kind.SOURCE);
        this.example = example;
        this.text = text;
    }

    static ExampleFile ofMembers(Example example, String name) {
        return new ExampleFile(
                example, name, imports(example) + "class " + name + " {\n" + order(example) + example.text() + "\n}");
    }

    static ExampleFile ofLines(Example example, String name) {
        return new ExampleFile(
                example,
                name,
                imports(example) + "class " + name + " {\n" + order(example) + "void run() throws Exception {\n"
                        + example.text() + "\n}}");
    }

    static ExampleFile ofPackage(Example example, String name) {
        return new ExampleFile(example, name + "/package-info", example.text() + "\n" + imports(example));
    }

    private static String imports(Example example) {
        var type = example.type();
        return Stream.of(
                        PACKAGES.stream().map(name -> name + ".*"),
                        TYPES.stream().filter(name -> !name.endsWith("." + type.simpleName())),
                        Stream.of(type.name()))
                .flatMap(names -> names)
                .map(name -> "import " + name + ";\n")
                .collect(Collectors.joining());
    }

    /** An order is what most examples are about; hopeit's type of that name is meant where it has a value. */
    private static String order(Example example) {
        return example.names("Order\\.(?:NONE|KEY|STREAM)|record Order")
                ? ""
                : "record Order(String id, java.time.Instant due) { Order(String id) { this(id, null); } }\n";
    }

    Example example() {
        return example;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
