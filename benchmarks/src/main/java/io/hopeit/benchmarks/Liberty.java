package io.hopeit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An Open Liberty with one application, in a process of its own.
 *
 * @param home where it is unpacked
 * @param user where its configuration, its caches and the application are
 */
record Liberty(Path home, Path user) {
    /** Of our own class path; what else is there the server has. */
    private static final String LIBRARY = "hopeit-(cdi|mp-config|jaxrs)|/asm-[0-9]|commons-(fileupload2-core|io)|"
            + "jackson-(core|databind|annotations|datatype-(jdk8|jsr310))|/jspecify";

    /** The features are those of the sample. */
    private static final String CONFIGURATION = """
            <server>
              <featureManager>
                <feature>servlet-6.0</feature> <feature>cdi-4.0</feature> <feature>restfulWS-3.1</feature>
                <feature>jsonp-2.1</feature> <feature>jsonb-3.0</feature> <feature>beanValidation-3.0</feature>
                <feature>concurrent-3.0</feature> <feature>mpConfig-3.1</feature> <feature>mpOpenAPI-3.1</feature>
                <feature>mpJwt-2.1</feature> <feature>mpFaultTolerance-4.0</feature> <feature>mpMetrics-5.1</feature>
                <feature>mpHealth-4.0</feature> <feature>mpTelemetry-1.1</feature>
              </featureManager>
              <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="${server.port}" httpsPort="-1"
                            protocolVersion="http/1.1"/>
              <keyStore id="defaultKeyStore" password="changeit"/>
              <mpMetrics authentication="false"/>
              <webAppSecurity useAuthenticationDataForUnprotectedResource="false"/>
              <logging consoleLogLevel="ERROR" traceSpecification="*=audit:io.hopeit=warning:hopeit.*=warning"/>
              <applicationManager startTimeout="120s"/>
              <webApplication location="bench.war" contextRoot="/"/>
            </server>
            """;

    /** Where it is unpacked, as the property {@code bench.liberty} says, if it is. */
    static Optional<Path> unpacked() {
        return Optional.of(Path.of(System.getProperty("bench.liberty", "")))
                .filter(home -> Files.isRegularFile(home.resolve("bin/tools/ws-server.jar")));
    }

    /** With a WAR that has these classes, and of the library what it needs. */
    static Liberty with(ServerFiles files, Path home) throws IOException {
        var server = files.directory().resolve("liberty/servers/defaultServer");
        var inside = server.resolve("apps/bench.war/WEB-INF");
        Files.createDirectories(inside.resolve("lib"));
        Files.writeString(server.resolve("server.xml"), CONFIGURATION);
        for (Path jar : files.only(LIBRARY).asJars().library()) {
            Files.copy(jar, inside.resolve("lib").resolve(jar.getFileName()));
        }
        Files.move(files.application(), inside.resolve("classes"));
        return new Liberty(home, files.directory().resolve("liberty"));
    }

    /** Begins to start it. */
    Process start(int port) throws IOException {
        var builder = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(user.resolve("console.log").toFile());
        builder.environment().put("WLP_USER_DIR", user.toString());
        builder.environment().put("SERVER_PORT", "" + port);
        builder.environment().put("HOPEIT_APP_NAME", "bench");
        return builder.start();
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + home.resolve("lib/platform/java/java24.options"));
        command.addAll(List.of(
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
                "-cp",
                home.resolve("bin/tools/ws-server.jar").toString(),
                "com.ibm.ws.kernel.boot.cmdline.EnvCheck",
                "defaultServer"));
        return command;
    }
}
