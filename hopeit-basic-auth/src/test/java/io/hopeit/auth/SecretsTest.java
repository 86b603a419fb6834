package io.hopeit.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.AddConfig;
import io.helidon.microprofile.testing.junit5.HelidonTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing that opens something is in a log, or in a response that has not asked for it. */
@HelidonTest
@AddConfig(key = "hopeit.basic-auth.key-passphrase", value = "S3CR3T-passphrase")
@AddConfig(key = "hopeit.basic-auth.private-key", value = "target/keys/secrets.pem")
@AddConfig(key = "hopeit.basic-auth.public-key", value = "target/keys/secrets_pub.pem")
@AddConfig(key = "mp.jwt.verify.publickey.location", value = "file:target/keys/secrets_pub.pem")
class SecretsTest {
    /** Of the server elsewhere that these tests ask; empty when they ask what they have started. */
    private static final String LOGS = System.getProperty("test.liberty-logs", "");

    private static final List<String> LOG = new CopyOnWriteArrayList<>();
    private static final Handler HANDLER = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord record) {
            var thrown = new ByteArrayOutputStream();
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(new PrintStream(thrown));
            }
            LOG.add(formatter.formatMessage(record) + thrown);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Inject
    WebTarget server;

    @Inject
    BasicAuthExtension deployment;

    @BeforeAll
    static void listen() {
        HANDLER.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(HANDLER);
        Logger.getLogger("io.hopeit").setLevel(Level.ALL);
    }

    @AfterAll
    static void listenNoMore() {
        Logger.getLogger("").removeHandler(HANDLER);
        Logger.getLogger("io.hopeit").setLevel(null);
    }

    @Test
    void secretsStayWhereTheyAre() throws Exception {
        var client = new Client(server, "/secrets");
        var login = client.login("ada", "päss €");
        var token = Client.json(login).get("access_token").asText();
        var cookie = Client.cookie(login);
        var credentials = Client.basic("ada", "S3CR3T-password");
        var responses = new ArrayList<>(List.of(
                client.get(Client.PLUGIN + "login", "Authorization", credentials),
                client.get("/api/shop/1x0/either", "Authorization", Client.basic("ada", "päss €")),
                client.get("/api/shop/1x0/who", "Authorization", credentials),
                client.withToken("/api/shop/1x0/who", token),
                client.withToken("/api/shop/1x0/owner", token),
                client.withToken("/api/basic-auth/1x0/decode", token),
                client.get("/api/shop/1x0/who", "Authorization", "Bearer " + token + " x"),
                client.get(Client.PLUGIN + "refresh", "Cookie", cookie + "x"),
                client.get(Client.PLUGIN + "logout", "Cookie", cookie),
                client.send("POST", "/mgmt/shop/1x0/read-note/status", "Authorization", "Bearer " + token)));
        if (LOGS.isEmpty()) { // Open Liberty logs tokens whose signature is wrong
            responses.add(client.withToken("/api/shop/1x0/who", token + "x"));
        }
        for (String path : List.of("/openapi", "/health", "/metrics")) {
            responses.add(new Client(server).get(path));
        }
        var log = LOGS.isEmpty() ? LOG : logsOf(Path.of(LOGS));
        var texts = new ArrayList<>(log);
        responses.forEach(response -> texts.add(response.headers().map() + response.body()));

        assertThat(log).anyMatch(line -> line.contains("DONE"));
        assertThat(String.join("\n", texts)).doesNotContain(secrets(token, cookie, credentials));
    }

    /** What a server elsewhere has written into files. */
    private static List<String> logsOf(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            var texts = new ArrayList<String>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(new String(Files.readAllBytes(file), UTF_8));
            }
            return texts;
        }
    }

    private String[] secrets(String token, String cookie, String credentials) throws Exception {
        var pem = Files.readAllLines(Path.of("target/keys/secrets.pem"));
        var key = Base64.getEncoder()
                .encodeToString(deployment.keys().privateKey().getEncoded());
        return new String[] {
            "S3CR3T",
            "päss €",
            Given.HASH.substring(Given.HASH.lastIndexOf('$') + 1),
            credentials.replace("Basic ", ""),
            Client.basic("ada", "päss €").replace("Basic ", ""),
            pem.get(1),
            key.substring(100, 160),
            token,
            token.substring(token.lastIndexOf('.') + 1),
            cookie.substring(cookie.lastIndexOf('.') + 1).replace("\"", "")
        };
    }
}
