package io.hopeit.maven;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The document that a server publishes at an address. */
final class PublishedDocument {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final DocumentKind kind;
    private final URI url;

    /** @throws IllegalArgumentException if it is not an http or https address */
    PublishedDocument(DocumentKind kind, URI url) {
        var scheme = url.getScheme();
        var isHttp = "http".equals(scheme) || "https".equals(scheme);
        if (!isHttp || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "The address of the published document has to be like http://localhost:8080/%s."
                            .formatted(kind.word()));
        }
        this.kind = kind;
        this.url = url;
    }

    /** @throws IOException if there is none within the timeout */
    Document read(Duration timeout) throws IOException, InterruptedException {
        return Document.parse(kind, get(timeout), address());
    }

    /**
     * Asks until the process that serves it has come up.
     *
     * @throws IOException if the process ends, or does not publish one within the timeout
     */
    Document await(ApplicationProcess server, Duration timeout) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            try {
                var left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
                return Document.parse(kind, get(left), address());
            } catch (NoAnswerException e) {
                if (server.endsWithin(PAUSE)) {
                    throw new IOException("ended with exit code " + server.exitCode());
                }
                if (System.nanoTime() - deadline >= 0) {
                    throw new IOException("did not publish a document within %d s (%s)"
                            .formatted(timeout.toSeconds(), e.getMessage()));
                }
            }
        }
    }

    /** The deadline is for all of the answer, not only for its head, as that of a request would be. */
    private byte[] get(Duration timeout) throws NoAnswerException, InterruptedException {
        var request =
                HttpRequest.newBuilder(url).header("Accept", "application/json").build();
        var exchange = client.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            var response = exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (response.statusCode() != 200) {
                var why = response.statusCode() == 404 ? kind.whyMissing() : "";
                throw new NoAnswerException(address() + " answered " + response.statusCode() + why);
            }
            return response.body();
        } catch (TimeoutException e) {
            throw new NoAnswerException(address() + " did not answer in time");
        } catch (ExecutionException e) {
            throw new NoAnswerException(address() + " did not answer: " + e.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    /** Without user information and query, which may hold secrets. */
    private String address() {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()) + url.getPath();
    }
}
