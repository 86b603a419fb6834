package io.hopeit.maven;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An application that can be started for its document, on a port of 127.0.0.1 and without what is around it.
 *
 * @param java the program that runs it
 * @param systemProperties win over those that are set for this purpose, except the port
 * @param directory that it works in: where relative paths of its configuration begin
 * @param log where its output goes
 */
record Application(
        Path java,
        List<Path> classPath,
        String mainClass,
        Map<String, String> systemProperties,
        File directory,
        Path log) {
    private static final String HOST = "127.0.0.1";

    /**
     * Starts it, takes the document and ends it.
     *
     * @throws IOException if there is none within the timeout; the message has the end of the application's output
     */
    Document publish(DocumentKind kind, Duration timeout) throws IOException, InterruptedException {
        var port = freePort();
        var address = URI.create("http://" + HOST + ":" + port + "/" + kind.word());
        var document = new PublishedDocument(kind, address);
        try (var process = ApplicationProcess.start(command(port), log)) {
            try {
                return document.await(process, timeout);
            } catch (IOException e) {
                throw new IOException(
                        "%s: %s. The end of its output, of which all is in %s:%n%s"
                                .formatted(mainClass, e.getMessage(), log, process.lastOutput()),
                        e);
            }
        }
    }

    private ProcessBuilder command(int port) {
        var options = Stream.of(
                java.toString(), "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", joined());
        var properties = properties(port).entrySet().stream().map(e -> "-D" + e.getKey() + "=" + e.getValue());
        var command = new ProcessBuilder(Stream.of(options, properties, Stream.of(mainClass))
                .flatMap(part -> part)
                .toList());
        command.directory(directory);
        command.environment().put("SERVER_PORT", Integer.toString(port));
        return command;
    }

    private String joined() {
        return String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList());
    }

    private Map<String, String> properties(int port) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("hopeit.streams.broker", "memory");
        properties.put("hopeit.streams.start", "false");
        properties.put("server.host", HOST);
        // nobody else reaches it
        properties.put("hopeit.asyncapi.enabled", "true");
        properties.put("hopeit.asyncapi.role", "");
        properties.putAll(systemProperties);
        properties.put("server.port", Integer.toString(port));
        return properties;
    }

    /** One that is free now; an application that loses it to somebody else ends, and says so. */
    private static int freePort() throws IOException {
        var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (var socket = new ServerSocket(0, 1, loopback)) {
            return socket.getLocalPort();
        }
    }
}
