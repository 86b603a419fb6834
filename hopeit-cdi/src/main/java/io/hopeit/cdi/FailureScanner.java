package io.hopeit.cdi;

import io.hopeit.OnFailure;
import io.hopeit.config.Names;
import io.hopeit.config.Nearest;
import io.hopeit.spi.FailurePolicy;
import io.hopeit.spi.Problems;
import io.hopeit.spi.StreamDefinition;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of messages whose work fails, as {@link OnFailure} says and configuration overrides. */
record FailureScanner(Problems problems) {
    private static final Duration LONGEST = Duration.ofDays(365);

    /** What the annotation of a class says, or what is usual. */
    FailurePolicy annotated(Class<?> type, Optional<OnFailure> annotation) {
        return annotation.map(said -> annotated(type, said)).orElse(FailurePolicy.DEFAULT);
    }

    private FailurePolicy annotated(Class<?> type, OnFailure said) {
        if (said.maxDeliveries() < 1) {
            problems.add(type, "@OnFailure has maxDeliveries = %d; use at least 1.", said.maxDeliveries());
        }
        var backoff = duration(type, "backoff", said.backoff());
        var maxBackoff = duration(type, "maxBackoff", said.maxBackoff());
        if (backoff.isEmpty() || maxBackoff.isEmpty() || said.maxDeliveries() < 1) {
            return FailurePolicy.DEFAULT;
        }
        return policy(
                type,
                "@OnFailure",
                new Pauses(said.maxDeliveries(), backoff.get(), maxBackoff.get()),
                new Classes(List.of(said.retryOn()), List.of(said.abortOn()), said.deadLetter()));
    }

    private Optional<Duration> duration(Class<?> type, String member, String text) {
        try {
            var duration = Duration.parse(text);
            if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                return Optional.of(duration);
            }
        } catch (DateTimeParseException e) {
            // said below, with what is right
        }
        problems.add(
                type,
                "@OnFailure has %s = \"%s\"; use a duration up to %s in ISO-8601, as PT1.5S.",
                member,
                text,
                LONGEST);
        return Optional.empty();
    }

    /** How often, and when. */
    private record Pauses(int maxDeliveries, Duration backoff, Duration maxBackoff) {}

    /** After what, and what then. */
    private record Classes(
            List<Class<? extends Throwable>> retryOn, List<Class<? extends Throwable>> abortOn, boolean deadLetter) {}

    /** The same, with what configuration says about the stream. */
    FailurePolicy override(Class<?> type, FailurePolicy annotated, StreamDefinition stream) {
        var said = stream.settings().overrides().failures();
        return policy(
                type,
                "with configuration of hopeit.stream.%s, @OnFailure".formatted(Names.spinal(stream.name())),
                new Pauses(
                        said.maxDeliveries().orElse(annotated.maxDeliveries()),
                        said.backoff().orElse(annotated.backoff()),
                        said.maxBackoff().orElse(annotated.maxBackoff())),
                new Classes(
                        said.retryOn()
                                .map(names -> find(type, "retry-on", names))
                                .orElse(annotated.retryOn()),
                        said.abortOn()
                                .map(names -> find(type, "abort-on", names))
                                .orElse(annotated.abortOn()),
                        said.deadLetter().orElse(annotated.deadLetter())));
    }

    private FailurePolicy policy(Class<?> type, String who, Pauses pauses, Classes classes) {
        var longest = pauses.maxBackoff();
        if (pauses.backoff().compareTo(longest) > 0) {
            problems.add(
                    type,
                    "%s has a first pause of %s and a longest of %s; make the backoff shorter, or the max-backoff longer.",
                    who,
                    pauses.backoff(),
                    longest);
            longest = pauses.backoff();
        }
        return new FailurePolicy(
                pauses.maxDeliveries(),
                pauses.backoff(),
                longest,
                classes.retryOn(),
                classes.abortOn(),
                classes.deadLetter());
    }

    private List<Class<? extends Throwable>> find(Class<?> type, String key, List<String> names) {
        return names.stream().flatMap(name -> find(type, key, name).stream()).toList();
    }

    private Optional<Class<? extends Throwable>> find(Class<?> type, String key, String name) {
        try {
            var found = Class.forName(name, false, type.getClassLoader());
            if (Throwable.class.isAssignableFrom(found)) {
                return Optional.of(found.asSubclass(Throwable.class));
            }
            problems.add(type, "%s names %s, which is no exception; name one.", key, name);
        } catch (ClassNotFoundException | LinkageError e) {
            problems.add(
                    type,
                    "%s names \"%s\", but there is no such class; write its full name.%s",
                    key,
                    name,
                    Nearest.hint(name, candidates(type)));
        }
        return Optional.empty();
    }

    /** What is most probably meant. */
    private static Stream<String> candidates(Class<?> type) {
        var thrown = Arrays.stream(type.getDeclaredMethods())
                .map(Method::getExceptionTypes)
                .flatMap(Arrays::stream)
                .map(Class::getName);
        return Stream.concat(
                thrown,
                Stream.of(
                        "java.io.IOException",
                        "java.lang.IllegalArgumentException",
                        "java.lang.IllegalStateException",
                        "java.lang.RuntimeException"));
    }
}
