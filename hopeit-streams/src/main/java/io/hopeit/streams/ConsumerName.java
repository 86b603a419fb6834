package io.hopeit.streams;

import io.hopeit.App;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** What this start of the application is called in consumer groups. */
final class ConsumerName {
    private ConsumerName() {}

    /** {@code simple_example.1x0.host.4711.9f3a60c1}: whose messages are pending can be told, and no two are alike. */
    static String unique(App app) {
        return "%s.%s.%d.%s"
                .formatted(
                        app.key(),
                        host(),
                        ProcessHandle.current().pid(),
                        HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
