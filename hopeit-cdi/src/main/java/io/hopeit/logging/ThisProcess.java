package io.hopeit.logging;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where lines come from; looked up once. */
final class ThisProcess {
    static final String HOST = host();
    static final long PID = ProcessHandle.current().pid();

    private ThisProcess() {}

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) { // the name has no address
            return System.getenv().getOrDefault("HOSTNAME", "localhost");
        }
    }
}
