package io.hopeit.spi;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A path with parameters in the way of JAX-RS.
 *
 * {@snippet :
 * var template = new PathTemplate("/orders/{id: [0-9]+}");
 * template.path(); // /orders/{id}
 * template.names(); // [id]
 * template.pattern().matcher("/orders/17").matches(); // true
 * }
 *
 * @param text {@code /things/{id: [0-9]{3}}}
 * @hidden applications have no use for it
 */
public record PathTemplate(String text) {
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*([\\w.-]+)\\s*(?::\\s*((?:[^{}]|\\{[^{}]*})*))?}");

    /** In the way of OpenAPI: {@code /things/{id}}. */
    public String path() {
        return replaceEach(found -> "{" + found.group(1) + "}");
    }

    /** What it has in common with templates that match the same paths: {@code /things/{}}. */
    public String shape() {
        return replaceEach(found -> "{}").replaceFirst("(?<=.)/$", "");
    }

    /** What the paths that it stands for look like; only of one that {@link #isValid}. */
    public Pattern pattern() {
        var regex = new StringBuilder();
        int end = 0;
        var parameters = PARAMETER.matcher(text);
        while (parameters.find()) {
            regex.append(Pattern.quote(text.substring(end, parameters.start())));
            regex.append("(?:")
                    .append(Objects.requireNonNullElse(parameters.group(2), "[^/]+"))
                    .append(')');
            end = parameters.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(text.substring(end))).toString());
    }

    private String replaceEach(Function<MatchResult, String> replacement) {
        return PARAMETER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
    }

    /** The parameters that it has. */
    public Set<String> names() {
        var names = new TreeSet<String>();
        PARAMETER.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** Whether its braces belong together, and what is in them can be matched. */
    public boolean isValid() {
        return replaceEach(found -> "").chars().noneMatch(c -> c == '{' || c == '}')
                && PARAMETER.matcher(text).results().allMatch(found -> isPattern(found.group(2)));
    }

    private static boolean isPattern(@Nullable String text) {
        try {
            return text == null || Pattern.compile(text) != null;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
