package io.hopeit.jaxrs;

import io.hopeit.benchmarks.Deployment;
import io.hopeit.spi.EventDefinition;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What it costs to find the event of a path, which is done once for each request; JAX-RS's own matching is not in it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RoutesBenchmark {
    private final Deployment deployment = Deployment.start();
    private final Routes routes = new Routes();
    private final UriInfo plain = at("api/bench/1x0/echo-order");
    private final UriInfo template = at("api/bench/1x0/orders/o-17");

    /** Reads all events that there are. */
    public RoutesBenchmark() {
        routes.catalogue = deployment.catalogue();
        routes.readCatalogue();
    }

    private static UriInfo at(String path) {
        return (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, arguments) -> path);
    }

    /** Of a path without parameters. */
    @Benchmark
    public List<EventDefinition> plainPath() {
        return routes.at(plain);
    }

    /** Of a path with one. */
    @Benchmark
    public List<EventDefinition> pathWithParameter() {
        return routes.at(template);
    }

    /** Ends what this is about. */
    @TearDown
    public void close() {
        deployment.close();
    }
}
