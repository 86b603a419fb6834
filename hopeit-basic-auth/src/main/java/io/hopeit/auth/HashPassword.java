package io.hopeit.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Prints the hash of a password, for {@code hopeit.basic-auth.users.<name>.password-hash}. It asks for the password at a
 * terminal, and else reads the first line of its standard input, so that it is never among the arguments, which others
 * can see: {@code java -cp hopeit-basic-auth.jar io.hopeit.auth.HashPassword}.
 *
 * {@snippet lang="shell" :
 * java -cp hopeit-basic-auth.jar io.hopeit.auth.HashPassword
 * }
 */
public final class HashPassword {
    private HashPassword() {}

    /** Takes no arguments; ends with status 1 when there is no password, or one that no login can send. */
    public static void main(String... args) throws IOException {
        var console = terminal();
        var password = console == null ? line(System.in) : typed(console.readPassword("Password: "));
        var problem = Passwords.problem(password);
        if (problem.isPresent()) {
            System.err.println(problem.get());
            System.exit(1);
        }
        System.out.println(
                PasswordHash.compute(password, PasswordHash.ITERATIONS).text());
    }

    @SuppressWarnings("SystemConsoleNull") // with Java 21 it is null where there is no terminal
    private static @Nullable Console terminal() {
        var console = System.console();
        try {
            boolean isTerminal = console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
            return isTerminal ? console : null;
        } catch (ReflectiveOperationException e) {
            return console; // Java 21 does not have that method
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new BufferedReader(new InputStreamReader(in, UTF_8)).readLine();
        return line == null ? "" : line;
    }

    private static String typed(char @Nullable [] typed) {
        return typed == null ? "" : new String(typed);
    }
}
