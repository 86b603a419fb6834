package io.hopeit.redis.embedded;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks whatever listens on a loopback port whether it is the server that works in this directory. */
record ServerProbe(int port, Path directory) {
    private static final String QUESTIONS = "PING\r\nCONFIG GET dir\r\nINFO server\r\nQUIT\r\n";

    /** Takes the last: Valkey gives the version of Redis it is compatible with before its own. */
    private static final Pattern VERSION = Pattern.compile(".*(?:redis|valkey)_version:(\\S+)", Pattern.DOTALL);

    private static final int TIMEOUT_MILLIS = 1000;

    /** Its version, or empty if it does not answer yet or is somebody else's. */
    Optional<String> version() {
        try {
            String answers = ask();
            Matcher version = VERSION.matcher(answers);
            boolean ours = answers.startsWith("+PONG\r\n") && answers.contains(String.valueOf(directory.getFileName()));
            return ours && version.find() ? Optional.of(version.group(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private String ask() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(Loopback.port(port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(QUESTIONS.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
