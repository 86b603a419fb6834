package io.hopeit.streams.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before a server and loses what it is told to lose. */
public final class FaultProxy implements AutoCloseable {
    /** How a connection ends. */
    public enum Ending {
        FIN,
        RST
    }

    private final ServerSocket socket;
    private final int backend;
    private final List<Pair> pairs = new CopyOnWriteArrayList<>();

    private FaultProxy(ServerSocket socket, int backend) {
        this.socket = socket;
        this.backend = backend;
    }

    public static FaultProxy start(int backend) throws IOException {
        var proxy = new FaultProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), backend);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                connect(socket.accept());
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            var pair = new Pair(client, new Socket(InetAddress.getLoopbackAddress(), backend));
            pairs.add(pair);
            Thread.ofVirtual().start(pair::requests);
            Thread.ofVirtual().start(pair::replies);
        } catch (IOException e) {
            client.close(); // nobody is there at the moment
        }
    }

    /** From now on nothing gets through on the connections that are open; later ones work. */
    void swallowAll() {
        pairs.forEach(pair -> pair.isDead = true);
    }

    /** The next command that contains this is executed, but its reply is lost, and then the connection ends. */
    public void loseReplyTo(String command, Ending ending) {
        pairs.forEach(pair -> {
            pair.ending = ending;
            pair.command = command;
        });
    }

    private static final class Pair {
        private final Socket client;
        private final Socket server;
        private volatile boolean isDead;
        private volatile String command = "";
        private volatile Ending ending = Ending.FIN;
        private volatile boolean losesReply;

        Pair(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void requests() {
            pump(client, server, true);
        }

        void replies() {
            pump(server, client, false);
        }

        private void pump(Socket from, Socket to, boolean isRequest) {
            try (from;
                    to) {
                copy(from.getInputStream(), to.getOutputStream(), isRequest);
            } catch (IOException e) {
                // one of the two is gone, and so is the other now
            }
        }

        private void copy(InputStream in, OutputStream out, boolean isRequest) throws IOException {
            var buffer = new byte[1 << 16];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (isDead) {
                    continue;
                }
                var text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
                if (isRequest && !command.isEmpty() && text.contains(command)) {
                    losesReply = true;
                }
                if (!isRequest && losesReply) {
                    end();
                    return;
                }
                out.write(buffer, 0, length);
            }
        }

        private void end() throws IOException {
            if (ending == Ending.RST) {
                client.setSoLinger(true, 0);
            }
            client.close();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Pair pair : pairs) {
            pair.client.close();
            pair.server.close();
        }
    }
}
