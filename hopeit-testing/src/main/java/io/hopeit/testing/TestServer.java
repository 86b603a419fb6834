package io.hopeit.testing;

import io.hopeit.redis.embedded.EmbeddedRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The application as {@code mvn -Prun} starts it: on Helidon, in a process of its own, with a real Redis of its own. For
 * integration tests, which run after {@code package}:
 *
 * {@snippet :
 * class OrdersIT {
 *     @AutoClose
 *     private static final TestServer SERVER = TestServer.start();
 *
 *     @Test
 *     void anOrderIsTaken() {
 *         var response = SERVER.post("/api/shop/1x0/orders/place", "{\"id\": \"o1\"}");
 *
 *         assertThat(response.statusCode()).isEqualTo(200);
 *     }
 * }
 * }
 *
 * <p>Classes are those in {@code target/classes}, dependencies those that {@code target/run.classpath} lists, which projects
 * with the parent {@code hopeit-app} get by {@code mvn pre-integration-test}. Can be used by several threads.
 */
public final class TestServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final EmbeddedRedis redis;
    private final ServerProcess process;
    private final URI uri;

    private TestServer(EmbeddedRedis redis, ServerProcess process, URI uri) {
        this.redis = redis;
        this.process = process;
        this.uri = uri;
    }

    /**
     * Starts it on a free port of 127.0.0.1, and waits until it is ready, at most two minutes.
     *
     * @param config {@code key=value}: wins over the configuration of the application
     * @throws IllegalStateException if it ends, or is not ready in time; the message has the end of what it has written
     */
    public static TestServer start(String... config) {
        var redis = EmbeddedRedis.start();
        try {
            var port = ServerProcess.freePort();
            var process = ServerProcess.start(port, redis.uri(), config);
            var server = new TestServer(redis, process, URI.create("http://127.0.0.1:" + port));
            try {
                process.await(server::isReady);
                return server;
            } catch (RuntimeException e) {
                process.close();
                server.client.close();
                throw e;
            }
        } catch (IOException e) {
            redis.close();
            throw new IllegalStateException(e.getMessage(), e);
        } catch (RuntimeException e) {
            redis.close();
            throw e;
        }
    }

    private boolean isReady() {
        try {
            return get("/health/ready").statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Where it is, without a slash at the end: {@code http://127.0.0.1:41234}. */
    public URI uri() {
        return uri;
    }

    /** Where its Redis is. */
    public URI redisUri() {
        return URI.create(redis.uri());
    }

    /** What the application has written so far, to its console. */
    public String output() {
        return process.output();
    }

    /**
     * Asks for a resource.
     *
     * @param path with a slash in front, and a query if there is one
     * @param headers names and values, in turn
     * @throws UncheckedIOException if there is no answer within 30 seconds
     */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /**
     * Sends JSON.
     *
     * @param path with a slash in front, and a query if there is one
     * @param headers names and values, in turn
     * @throws UncheckedIOException if there is no answer within 30 seconds
     */
    public HttpResponse<String> post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(uri + path)).timeout(PATIENCE);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a response", e);
        }
    }

    /** Asks it to stop, and waits until it has, at most 30 seconds; then it is killed. Its Redis ends after it. */
    @Override
    public void close() {
        process.close();
        client.close();
        redis.close();
    }
}
