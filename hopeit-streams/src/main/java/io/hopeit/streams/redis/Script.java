package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a server does in one go: a file with that name each. */
enum Script {
    ACK_OWNED,
    EXTEND,
    OWNED,
    TAKE,
    SWEEP,
    RETRY_LATER,
    DEAD_LETTER,
    RELEASE,
    LEAVE,
    REAP,
    STATS,
    LETTERS,
    NEWEST_LETTER(false),
    REDRIVE,
    DISCARD,
    APPEND_ONCE(false),
    TRIM(false),
    PRESENT(false),
    OWN(false),
    DISOWN(false);

    private static final int SMALL = 500;

    private final String text;
    private final String digest;

    Script() {
        this(true);
    }

    Script(boolean ofGroup) {
        var own = read(name().toLowerCase(Locale.ROOT).replace('_', '-') + ".lua");
        this.text = ofGroup ? read("common.lua") + own : own;
        this.digest = HexFormat.of().formatHex(sha1(text.getBytes(UTF_8)));
    }

    private static String read(String file) {
        try (InputStream in = Script.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha1(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text); // the name that servers give to scripts
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A run of it.
     *
     * @param arguments each a {@code byte[]}, or anything that is written as text
     */
    record Run(Script script, List<String> keys, List<?> arguments) {
        Call<List<Object>> call(boolean inFull) {
            var args = Call.args()
                    .add(inFull ? script.text : script.digest)
                    .add(keys.size())
                    .addKeys(keys);
            for (Object argument : arguments) {
                args.add(
                        argument instanceof byte[] bytes
                                ? bytes
                                : String.valueOf(argument).getBytes(UTF_8));
            }
            return Call.tree(inFull ? CommandType.EVAL : CommandType.EVALSHA, args);
        }

        /** The order of it, which goes to the server that has the first of its keys. */
        <T> Order<T> order(String what, Function<List<Object>, T> answer) {
            return named(() -> what, call -> new Round<>(List.of(call), call.thenApply(answer), SMALL));
        }

        /** By its name; in full when the server does not know that. */
        private <T> Order<T> named(Supplier<String> what, Wrapping<T> wrapping) {
            return new Order<>(what, keys.getFirst(), () -> wrapping.round(call(false)), inFull(what, wrapping));
        }

        /** The order of a round with it, in full: by its name it might have to be sent again, and would come after later ones. */
        <T> Order<T> inFull(Supplier<String> what, Wrapping<T> wrapping) {
            return new Order<>(what, keys.getFirst(), () -> wrapping.round(call(true)), null);
        }
    }

    /** Sends the call of a script, alone or with others. */
    @FunctionalInterface
    interface Wrapping<T> {
        Round<T> round(Call<List<Object>> call);
    }
}
