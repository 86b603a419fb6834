package io.hopeit.jaxrs.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What tests say to the server. Paths are those below the application's, or begin with a slash. */
record MockServer(URI uri, HttpClient client) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)\r\n");

    MockServer(URI uri) {
        this(uri, HttpClient.newHttpClient());
    }

    URI at(String path) {
        return URI.create(uri + (path.startsWith("/") ? path : "/api/mock/1x0/" + path));
    }

    /** {@code headers} are names and values in turn. */
    HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(at(path)).method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    HttpResponse<String> json(String method, String path, String body) throws Exception {
        return send(method, path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return json("POST", path, body);
    }

    /** The first response to these bytes, as far as it comes within ten seconds. */
    String raw(String request) throws IOException {
        try (var socket = connect(request)) {
            socket.setSoTimeout(10_000);
            return answer(socket);
        }
    }

    /** Until the announced length, the end of the connection, or too long a silence. */
    static String answer(Socket socket) throws IOException {
        var answer = new StringBuilder();
        try {
            var in = socket.getInputStream();
            for (int read = in.read(); read >= 0 && !isComplete(answer.append((char) read)); ) {
                read = in.read();
            }
        } catch (IOException e) {
            answer.append("\n<cut off>");
        }
        return answer.toString();
    }

    private static boolean isComplete(StringBuilder answer) {
        int end = answer.indexOf("\r\n\r\n");
        var length = LENGTH.matcher(answer);
        return end >= 0 && length.find() && answer.length() >= end + 4 + Integer.parseInt(length.group(1));
    }

    /** A connection on which these bytes have been sent, and no more. */
    Socket connect(String bytes) throws IOException {
        var socket = new Socket(uri.getHost(), uri.getPort());
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    static JsonNode read(HttpResponse<String> response) throws IOException {
        return MAPPER.readTree(response.body());
    }
}
