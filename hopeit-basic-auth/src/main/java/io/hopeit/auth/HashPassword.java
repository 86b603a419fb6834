package io.hopeit.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
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

    /** Takes no arguments; ends with status 1 when there is no password. */
    public static void main(String... args) throws IOException {
        var console = terminal();
        boolean done =
                console == null ? print(System.in, System.out) : print(console.readPassword("Password: "), System.out);
        if (!done) {
            System.err.println("There is no password: type one, or write one line to the standard input.");
            System.exit(1);
        }
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

    static boolean print(InputStream in, PrintStream out) throws IOException {
        return print(new BufferedReader(new InputStreamReader(in, UTF_8)).readLine(), out);
    }

    private static boolean print(char @Nullable [] typed, PrintStream out) {
        return print(typed == null ? null : new String(typed), out);
    }

    private static boolean print(@Nullable String password, PrintStream out) {
        if (password == null || password.isEmpty()) {
            return false;
        }
        out.println(PasswordHash.compute(password, PasswordHash.ITERATIONS).text());
        return true;
    }
}
