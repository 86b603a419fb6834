package io.hopeit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Applications of any size: each class serves one path, and has three records of its own. */
enum StartupClasses {
    /** Events with two steps. */
    EVENTS("""
            @io.hopeit.PostEvent("place-order-$N")
            @io.hopeit.Steps({"check", "save"})
            public class PlaceOrder$N {
                $RECORDS
                Order check(Order order) {
                    return order;
                }

                Placed save(Order order) {
                    return new Placed(order.id(), java.time.Instant.now());
                }
            }
            """),
    /** The same as resources by hand. */
    RESOURCES("""
            @jakarta.ws.rs.Path("/api/bench/1x0/place-order-$N")
            @jakarta.enterprise.context.ApplicationScoped
            public class PlaceOrder$N {
                $RECORDS
                @jakarta.ws.rs.POST
                @jakarta.ws.rs.Consumes("application/json")
                @jakarta.ws.rs.Produces("application/json")
                public Placed save(Order order) {
                    return new Placed(order.id(), java.time.Instant.now());
                }
            }
            """);

    private static final String RECORDS = """
            /** What is ordered. */
                public record Order(String id, String customer, java.util.List<Line> lines) {}

                public record Line(String product, int quantity, double price) {}

                public record Placed(String id, java.time.Instant at) {}
            """;

    /** Open Liberty serves nothing without one; Helidon does not see it, as it has no scope. */
    private static final String APPLICATION = """
            package bench.shop;

            @jakarta.ws.rs.ApplicationPath("/")
            public class Shop extends jakarta.ws.rs.core.Application {}
            """;

    private static final String BEANS = """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>
            """;

    private final String template;

    StartupClasses(String template) {
        this.template = template;
    }

    /** Compiles so many of them into this directory. */
    void compile(int count, Path to) throws IOException {
        var arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", to.toString(), "-cp"));
        arguments.add(System.getProperty("java.class.path"));
        writeBeans(to);
        if (this == RESOURCES) {
            arguments.add(source(to, "Shop", APPLICATION));
        }
        for (int i = 0; i < count; i++) {
            var text = template.replace("$RECORDS", RECORDS).replace("$N", "" + i);
            arguments.add(source(to, "PlaceOrder" + i, "package bench.shop;\n" + text));
        }
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (failed != 0) {
            throw new IOException(name() + " do not compile");
        }
    }

    /** Makes a directory with classes an archive of beans. */
    static void writeBeans(Path to) throws IOException {
        Files.createDirectories(to.resolve("META-INF"));
        Files.writeString(to.resolve("META-INF/beans.xml"), BEANS);
    }

    private static String source(Path to, String name, String text) throws IOException {
        return Files.writeString(to.resolve(name + ".java"), text).toString();
    }
}
