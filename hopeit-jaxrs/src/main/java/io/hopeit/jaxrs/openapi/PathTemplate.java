package io.hopeit.jaxrs.openapi;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path with parameters in the way of JAX-RS.
 *
 * @param text {@code /things/{id: [0-9]{3}}}
 */
record PathTemplate(String text) {
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*([\\w.-]+)\\s*(?::(?:[^{}]|\\{[^{}]*})*)?}");

    /** In the way of OpenAPI: {@code /things/{id}}. */
    String path() {
        return PARAMETER.matcher(text).replaceAll(found -> Matcher.quoteReplacement("{" + found.group(1) + "}"));
    }

    /** The parameters that it has. */
    Set<String> names() {
        var names = new TreeSet<String>();
        PARAMETER.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }
}
