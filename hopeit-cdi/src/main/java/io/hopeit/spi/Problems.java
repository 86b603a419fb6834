package io.hopeit.spi;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The mistakes of a deployment, gathered to be reported all at once. Not thread-safe: deployment is one thread.
 *
 * {@snippet :
 * void check(EventCatalogue catalogue, Problems problems) {
 *     for (EventDefinition event : catalogue.events()) {
 *         if (event.settings().timeout().isZero()) {
 *             problems.add(event.beanClass(), "%s has no time; set its timeout.", event.name());
 *         }
 *     }
 * }
 * }
 */
public final class Problems {
    private final Set<String> lines = new TreeSet<>();

    /** Something is wrong with a class. */
    public void add(Class<?> where, String text, Object... args) {
        lines.add(where.getName() + ": " + text.formatted(args));
    }

    /** Something is wrong with a method; it is named without its parameters. */
    public void add(Method where, String text, Object... args) {
        lines.add(name(where) + ": " + text.formatted(args));
    }

    /** Something is wrong with a step's types; the method is named with its parameters. */
    public void addSignature(Method where, String text, Object... args) {
        lines.add(name(where) + parameters(where) + ": " + text.formatted(args));
    }

    /** Something else is wrong; the lines say where. */
    public void addAll(Collection<String> others) {
        lines.addAll(others);
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }

    private static String parameters(Method method) {
        return Arrays.stream(method.getParameters())
                .map(Parameter::getParameterizedType)
                .map(Types::display)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Whether there is nothing to report. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** How many there are. */
    public int count() {
        return lines.size();
    }

    /** All, in order. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The report: how many there are, and each on a numbered line. */
    @Override
    public String toString() {
        var text = new StringBuilder(
                "hopeit: %d %s in this deployment".formatted(lines.size(), lines.size() == 1 ? "problem" : "problems"));
        int number = 0;
        for (var line : lines) {
            text.append("%n  %d. %s".formatted(++number, line));
        }
        return text.toString();
    }
}
