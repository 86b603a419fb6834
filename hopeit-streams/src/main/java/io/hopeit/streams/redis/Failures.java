package io.hopeit.streams.redis;

import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.BrokerException.Kind;
import io.lettuce.core.RedisCommandExecutionException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What went wrong, by the codes of the server. */
final class Failures {
    /** Up to 6.2 the error of a command in a script is wrapped in one of the script. */
    private static final Pattern OF_SCRIPT =
            Pattern.compile("^ERR Error running script.*@user_script: ?\\d+: -?(.*)$", Pattern.DOTALL);

    private Failures() {}

    /** {@code cannot append to orders at redis://localhost:6379: Connection refused}. */
    static BrokerException of(String what, String address, Throwable failure) {
        if (failure instanceof BrokerException known) {
            return known;
        }
        var error = error(failure);
        var kind = error.map(Failures::kind).orElseGet(() -> kindWithoutAnswer(failure));
        boolean unknown = error.isEmpty() && causes(failure).noneMatch(NotSentException.class::isInstance);
        var message = "cannot %s at %s: %s%s".formatted(what, address, reason(failure), advice(error.orElse("")));
        return new BrokerException(message, unwrapped(failure), kind, unknown);
    }

    private static Throwable unwrapped(Throwable failure) {
        return causes(failure)
                .filter(cause -> cause.getCause() == null
                        || !(cause instanceof CompletionException || cause instanceof NotSentException))
                .findFirst()
                .orElse(failure);
    }

    /** What the server says, if it is an answer at all. */
    static Optional<String> error(Throwable failure) {
        return causes(failure)
                .filter(RedisCommandExecutionException.class::isInstance)
                .map(cause -> String.valueOf(cause.getMessage()))
                .map(text -> {
                    var inner = OF_SCRIPT.matcher(text);
                    return inner.matches() ? inner.group(1) : text;
                })
                .findFirst();
    }

    /** Whether the server says that. */
    static boolean is(Throwable failure, String code) {
        return error(failure).map(Failures::code).filter(code::equals).isPresent();
    }

    /** Whether this server is the wrong one from now on, though it answers. */
    static boolean isElsewhere(Throwable failure) {
        var error = error(failure);
        return error.map(Failures::code)
                        .filter(code -> code.equals("READONLY") || code.equals("MASTERDOWN"))
                        .isPresent()
                || error.filter(Failures::isUnblockedByRole).isPresent();
    }

    /** Whether a stream that a read waits for has been deleted, or its group. */
    static boolean isGroupGone(Throwable failure) {
        return error(failure)
                .filter(text -> !isUnblockedByRole(text))
                .map(Failures::code)
                .filter(code -> code.equals("NOGROUP") || code.equals("UNBLOCKED"))
                .isPresent();
    }

    private static boolean isUnblockedByRole(String error) {
        return error.startsWith("UNBLOCKED") && error.contains("instance state changed");
    }

    private static String code(String error) {
        int end = error.indexOf(' ');
        return end < 0 ? error : error.substring(0, end);
    }

    private static Kind kind(String error) {
        return switch (code(error)) {
            case "NOGROUP" -> Kind.STATE;
            case "UNBLOCKED" -> isUnblockedByRole(error) ? Kind.TOPOLOGY : Kind.STATE;
            case "READONLY", "MOVED", "ASK", "CLUSTERDOWN" -> Kind.TOPOLOGY;
            case "LOADING", "TRYAGAIN", "NOREPLICAS", "MASTERDOWN", "BUSY" -> Kind.TRANSIENT;
            case "OOM", "MISCONF" -> Kind.CAPACITY;
            case "NOAUTH", "WRONGPASS", "NOPERM", "WRONGTYPE", "CROSSSLOT" -> Kind.PERMANENT;
            default -> kindOfGeneralError(error.toLowerCase(Locale.ROOT));
        };
    }

    private static Kind kindOfGeneralError(String error) {
        if (error.contains("no such key")) {
            return Kind.STATE;
        }
        return error.contains("max number of clients") ? Kind.TRANSIENT : Kind.PERMANENT;
    }

    private static Kind kindWithoutAnswer(Throwable failure) {
        return causes(failure).anyMatch(SSLException.class::isInstance) ? Kind.PERMANENT : Kind.TRANSIENT;
    }

    private static String advice(String error) {
        return switch (code(error)) {
            case "NOPERM" ->
                error.toLowerCase(Locale.ROOT).contains("'eval")
                        ? "; grant this user +eval and +evalsha, as docs/redis.acl does"
                        : "; docs/redis.acl says what to grant this user";
            case "MOVED" -> "; set hopeit.redis.topology=cluster if this is a cluster";
            default -> // what a script may not do is told in a sentence
                error.contains("executing the script can't") ? "; docs/redis.acl says what to grant this user" : "";
        };
    }

    /** What the innermost cause says. */
    static String reason(Throwable failure) {
        var cause = causes(failure).reduce((outer, inner) -> inner).orElse(failure);
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
