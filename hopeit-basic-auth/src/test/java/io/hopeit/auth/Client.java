package io.hopeit.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.client.WebTarget;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

/** Sends requests as they are written, and keeps no cookies. */
record Client(String server) {
    static final String PLUGIN = "/api/shop/1x0/basic-auth/1x0/";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** Empty when the tests ask what they have started. */
    private static final String ELSEWHERE = System.getProperty("hopeit.test.base-url", "");

    Client(WebTarget started) {
        this(started, "");
    }

    /** {@code place} is where a server that serves several applications has that of these tests. */
    Client(WebTarget started, String place) {
        this(ELSEWHERE.isEmpty() ? started.getUri().toString() : ELSEWHERE + place);
    }

    HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        return send(method, path, BodyPublishers.noBody(), headers);
    }

    HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server + path)).method(method, body);
        return HTTP.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send("GET", path, headers);
    }

    HttpResponse<String> withToken(String path, String token) throws Exception {
        return get(path, "Authorization", "Bearer " + token);
    }

    HttpResponse<String> login(String name, String password) throws Exception {
        return get(PLUGIN + "login", "Authorization", basic(name, password));
    }

    /** That of a user whose password is {@link Given#HASH}'s. */
    String token(String name) throws Exception {
        return json(login(name, "päss €")).get("access_token").asText();
    }

    static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }

    static JsonNode json(HttpResponse<String> response) throws Exception {
        return MAPPER.readTree(response.body());
    }

    static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The cookie as a browser sends it back. */
    static String cookie(HttpResponse<String> response) {
        return header(response, "Set-Cookie").replaceFirst(";.*", "");
    }

    /** The token in it. */
    static String refreshToken(HttpResponse<String> response) {
        return cookie(response).replaceFirst(".*Refresh ", "").replace("\"", "");
    }
}
