package io.hopeit.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks into a server from outside, on a connection of its own for each question; bytes are one char each. */
record Probe(String host, int port, List<String> login) {
    private static final int MILLIS = 20_000;

    Probe(int port) {
        this("127.0.0.1", port, List.of());
    }

    /** What the server says is wrong. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /** The answer: a text, a Long, a list of these, or null as the text "". */
    Object call(String... words) {
        return pipeline(List.of(List.of(words))).getFirst();
    }

    List<?> list(String... words) {
        return (List<?>) call(words);
    }

    long number(String... words) {
        return (Long) call(words);
    }

    /** Sends all, then gets all answers. */
    List<Object> pipeline(List<List<String>> commands) {
        try (var socket = new Socket(InetAddress.getByName(host), port)) {
            socket.setSoTimeout(MILLIS);
            var in = new BufferedInputStream(socket.getInputStream());
            var out = socket.getOutputStream();
            if (!login.isEmpty()) {
                out.write(encoded(login));
                answer(in);
            }
            var bytes = new ByteArrayOutputStream();
            for (List<String> command : commands) {
                bytes.write(encoded(command));
            }
            out.write(bytes.toByteArray());
            var answers = new ArrayList<>();
            for (int i = 0; i < commands.size(); i++) {
                answers.add(answer(in));
            }
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encoded(List<String> words) {
        var text = new StringBuilder("*" + words.size() + "\r\n");
        words.forEach(word -> text.append('$')
                .append(word.length())
                .append("\r\n")
                .append(word)
                .append("\r\n"));
        return text.toString().getBytes(ISO_8859_1);
    }

    private static Object answer(InputStream in) throws IOException {
        int type = in.read();
        var line = line(in);
        return switch (type) {
            case '+' -> line;
            case '-' -> throw new Refused(line);
            case ':' -> Long.valueOf(line);
            case '$' -> bulk(in, Integer.parseInt(line));
            case '*' -> array(in, Integer.parseInt(line));
            default -> throw new EOFException("no answer");
        };
    }

    private static Object bulk(InputStream in, int length) throws IOException {
        if (length < 0) {
            return "";
        }
        var bytes = in.readNBytes(length + 2);
        return new String(bytes, 0, length, ISO_8859_1);
    }

    private static Object array(InputStream in, int length) throws IOException {
        var items = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            items.add(answer(in));
        }
        return items;
    }

    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
            text.append((char) c);
        }
        in.read();
        return text.toString();
    }

    boolean answersPing() {
        try {
            return "PONG".equals(call("PING"));
        } catch (UncheckedIOException | Refused e) {
            return false;
        }
    }

    /** Fields of all entries of a stream, by their ids. */
    Map<String, Map<String, String>> entries(String key) {
        return entries(list("XRANGE", key, "-", "+"));
    }

    /** The same of one entry, if it is there. */
    Map<String, Map<String, String>> entry(String key, String id) {
        return entries(list("XRANGE", key, id, id));
    }

    private static Map<String, Map<String, String>> entries(List<?> answer) {
        var entries = new LinkedHashMap<String, Map<String, String>>();
        for (Object item : answer) {
            var entry = (List<?>) item;
            var words = (List<?>) entry.get(1);
            var fields = new LinkedHashMap<String, String>();
            for (int i = 0; i < words.size(); i += 2) {
                fields.put((String) words.get(i), (String) words.get(i + 1));
            }
            entries.put((String) entry.get(0), fields);
        }
        return entries;
    }

    /** Ids of pending entries, and whose they are. */
    Map<String, String> pending(String key, String group) {
        var pending = new LinkedHashMap<String, String>();
        for (Object item : list("XPENDING", key, group, "-", "+", "100000")) {
            var entry = (List<?>) item;
            pending.put((String) entry.get(0), (String) entry.get(1));
        }
        return pending;
    }
}
