package io.hopeit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.jaxrs.Atomic;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Json;
import io.hopeit.spi.Trigger;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to an event, from {@link TestApp#request}; its method and path are the event's. For one thread.
 *
 * {@snippet :
 * var run = app.request(QueryOrder.class).path("id", "o1").query("lines", true).send();
 * }
 */
public final class TestRequest {
    private final EventDefinition event;
    private final Trigger.Http trigger;
    private final Json json;
    private final Sending sending;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final Map<String, List<Object>> query = new LinkedHashMap<>();
    private final Map<String, Object> path = new LinkedHashMap<>();
    private final FormBody form = new FormBody();
    private byte @Nullable [] body;

    /** How it is sent. */
    @FunctionalInterface
    interface Sending {
        TestRun send(InProcessServer.Request request);
    }

    private final Optional<TestToken> sender;

    TestRequest(EventDefinition event, Json json, Optional<TestToken> sender, Sending sending) {
        this.event = event;
        this.trigger = (Trigger.Http) event.trigger();
        this.json = json;
        this.sender = sender;
        this.sending = sending;
    }

    /** A header; another one of the same name is sent as well. */
    public TestRequest header(String name, Object value) {
        headers.computeIfAbsent(name, n -> new ArrayList<>()).add(value.toString());
        return this;
    }

    /** A cookie. */
    public TestRequest cookie(String name, String value) {
        return header("Cookie", name + "=" + value);
    }

    /** A parameter of the query; another one of the same name is sent as well. */
    public TestRequest query(String name, Object value) {
        query.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        return this;
    }

    /** What stands for {@code {name}} in the route. */
    public TestRequest path(String name, Object value) {
        path.put(name, value);
        return this;
    }

    /**
     * The payload, sent as JSON.
     *
     * @throws IllegalArgumentException when the event takes another type
     */
    public TestRequest payload(Object payload) {
        Payloads.check(event, payload);
        var sent = Atomic.isAtomic(payload.getClass()) ? Map.of(Atomic.VALUE, payload) : payload;
        return body(json.write(sent), "application/json");
    }

    /** A body in JSON as it is written here: for what is wrong in it. */
    public TestRequest json(String text) {
        return body(text.getBytes(UTF_8), "application/json");
    }

    /** Any body. */
    public TestRequest body(byte[] bytes, String contentType) {
        body = bytes.clone();
        headers.put("Content-Type", List.of(contentType));
        return this;
    }

    /** A field of the form: a text as it is, anything else in JSON. */
    public TestRequest field(String name, Object value) {
        if (value instanceof CharSequence text) {
            form.text(name, text.toString());
        } else {
            form.json(name, json.write(value));
        }
        return this;
    }

    /** A file of the form. */
    public TestRequest file(String field, String fileName, byte[] content) {
        form.file(field, fileName, content);
        return this;
    }

    /**
     * Sends it, and waits for the response, and for all that follows from it in streams.
     *
     * @throws IllegalArgumentException when a name of the route has no value by {@link #path}
     * @throws AssertionError when that does not end
     */
    public TestRun send() {
        if (!form.isEmpty()) {
            body(form.bytes(), FormBody.CONTENT_TYPE);
        }
        var bytes = body == null ? new byte[0] : body;
        if (body != null) {
            headers.putIfAbsent("Content-Length", List.of(String.valueOf(bytes.length)));
        }
        return sending.send(new InProcessServer.Request(
                trigger.method().name(), uri(), headers, new InProcessServer.Bytes(bytes), sender));
    }

    /** Values are given by names, so that nothing in them is taken for one. */
    private URI uri() {
        var uri = UriBuilder.fromUri(InProcessServer.BASE).path(trigger.path());
        var values = new LinkedHashMap<String, Object>(path);
        query.forEach((name, all) -> all.forEach(value -> {
            var key = "query" + values.size();
            values.put(key, value);
            uri.queryParam(name, "{" + key + "}");
        }));
        try {
            return uri.buildFromMap(values);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the route of %s is %s: say .path(name, value) for each name in braces"
                            .formatted(event.name(), trigger.path()),
                    e);
        }
    }
}
