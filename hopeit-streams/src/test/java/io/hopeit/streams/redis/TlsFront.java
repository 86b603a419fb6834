package io.hopeit.streams.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Speaks TLS in front of a server that does not, with a certificate that nobody trusts by default. */
final class TlsFront implements AutoCloseable {
    static final String PASSWORD = "changeit";

    private final SSLServerSocket server;
    private final int backend;

    private TlsFront(SSLServerSocket server, int backend) {
        this.server = server;
        this.backend = backend;
    }

    /** A key pair for 127.0.0.1, and the certificate that makes it trusted. */
    static Path keyStore(Path directory) throws IOException, InterruptedException {
        var file = directory.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "redis",
                "-keyalg",
                "EC",
                "-dname",
                "CN=redis",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD);
        var keytoolRun = new ProcessBuilder(command).inheritIO().start();
        if (keytoolRun.waitFor() != 0) {
            throw new IllegalStateException("keytool has failed");
        }
        return file;
    }

    static TlsFront start(Path keyStore, int backend) throws Exception {
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        var server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var front = new TlsFront(server, backend);
        Thread.ofVirtual().start(front::accept);
        return front;
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var client = server.accept();
                var redis = new Socket(InetAddress.getLoopbackAddress(), backend);
                Thread.ofVirtual().start(() -> pump(client, redis));
                Thread.ofVirtual().start(() -> pump(redis, client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of the two is gone, and so is the other now
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
