package io.hopeit.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a server that can go silent, be slow, or swallow an answer and then break. */
final class FaultProxy implements AutoCloseable {
    private static final List<String> COMMANDS = List.of("XREADGROUP", "XACK", "XADD", "REPLCONF");

    private final int target;
    private final ServerSocket door;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final AtomicInteger swallowed = new AtomicInteger();
    private volatile String toSwallow = "";
    private volatile Ending ending = Ending.FIN;
    private volatile long delayMillis;

    /** How a line breaks. */
    enum Ending {
        FIN,
        RST,
        /** It does not break, but says what no server would. */
        GARBAGE
    }

    FaultProxy(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    String uri() {
        return "redis://127.0.0.1:" + port();
    }

    /** Lines that have sent such a command go silent, both ways and for ever; others are not touched. */
    int silence(String command) {
        var silenced = lines.stream()
                .filter(line -> line.isOpen() && line.sent(command))
                .toList();
        silenced.forEach(line -> line.silent = true);
        return silenced.size();
    }

    /** The next such command is executed; then its line breaks without an answer. */
    void swallowNext(String command, Ending how) {
        ending = how;
        toSwallow = command;
    }

    /** How many answers have been swallowed. */
    int swallowed() {
        return swallowed.get();
    }

    /** Answers are late by this, from now on. */
    void delay(long millis) {
        delayMillis = millis;
    }

    private void accept() {
        try {
            while (true) {
                var client = door.accept();
                try {
                    var line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), target));
                    lines.add(line);
                    Thread.ofVirtual().start(line::forward);
                    Thread.ofVirtual().start(line::answer);
                } catch (IOException e) {
                    client.close(); // nobody there
                }
            }
        } catch (IOException e) {
            lines.forEach(Line::close); // closed
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Line {
        private final Socket client;
        private final Socket server;
        private final Set<String> sent = ConcurrentHashMap.newKeySet();
        private volatile boolean silent;
        private volatile boolean swallowing;

        Line(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        boolean isOpen() {
            return !client.isClosed();
        }

        boolean sent(String command) {
            return sent.contains(command);
        }

        /** From the client to the server. */
        void forward() {
            pump(client, (bytes, count) -> {
                var text = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
                note(text);
                if (!toSwallow.isEmpty() && text.contains(toSwallow)) {
                    toSwallow = "";
                    swallowing = true;
                }
                server.getOutputStream().write(bytes, 0, count);
            });
        }

        /** Enough of what was said to tell what it is used for. */
        private void note(String text) {
            COMMANDS.stream().filter(text::contains).forEach(sent::add);
        }

        /** From the server to the client. */
        void answer() {
            pump(server, (bytes, count) -> {
                if (swallowing) {
                    swallowing = false;
                    swallowed.incrementAndGet();
                    breakOff();
                    return;
                }
                if (delayMillis > 0) {
                    Thread.sleep(delayMillis);
                }
                client.getOutputStream().write(bytes, 0, count);
            });
        }

        private void breakOff() throws IOException {
            if (ending == Ending.GARBAGE) {
                client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                return;
            }
            client.setSoLinger(ending == Ending.RST, 0);
            if (ending == Ending.FIN) {
                client.shutdownOutput();
            }
            close();
        }

        private void pump(Socket from, Piece to) {
            var bytes = new byte[1 << 16];
            try (InputStream in = from.getInputStream()) {
                for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                    if (!silent) {
                        to.accept(bytes, count);
                    }
                }
            } catch (IOException | InterruptedException e) {
                // as good as an end
            }
            if (!silent) {
                close();
            }
        }

        void close() {
            try (client;
                    server) {
                lines.remove(this);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @FunctionalInterface
    private interface Piece {
        void accept(byte[] bytes, int count) throws IOException, InterruptedException;
    }
}
