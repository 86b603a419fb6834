package io.hopeit.jaxrs;

import io.hopeit.spi.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The value for a parameter of a step, of what no server binds alike: forms, cookies and lists in headers. */
final class ParameterValue {
    private ParameterValue() {}

    static @Nullable Object of(RequestParameter parameter, HttpRequest request) {
        return switch (parameter.kind()) {
            case FORM -> ofForm(parameter, request.form());
            case COOKIE -> ofCookie(parameter, request.cookie(parameter.name()));
            case HEADER -> ofHeader(parameter, request.headers(parameter.name()));
            case QUERY, PATH -> throw new IllegalArgumentException(parameter.key() + " is bound by the server");
        };
    }

    /** Null when the form has none; of what is no collection there may be one. */
    private static @Nullable Object ofForm(RequestParameter parameter, FormData form) {
        return switch (parameter.content()) {
            case FILE -> ofMany(parameter, form.files(parameter.name()));
            case TEXT -> ofMany(parameter, parsed(parameter, form.texts(parameter.name())));
            case JSON -> {
                int times = form.texts(parameter.name()).size()
                        + form.files(parameter.name()).size();
                RequestException.checkOnce(parameter.name(), times);
                yield form.json(parameter.name(), parameter.type()).orElse(null);
            }
        };
    }

    /** Null when there is no such cookie. */
    private static @Nullable Object ofCookie(RequestParameter parameter, Optional<String> sent) {
        return ofMany(parameter, parsed(parameter, sent.stream().toList()));
    }

    /** Several headers of one name are one list, as HTTP says, whose elements have commas between them. */
    private static @Nullable Object ofHeader(RequestParameter parameter, List<String> sent) {
        var texts = sent.stream()
                .flatMap(header -> elements(header).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        return ofMany(parameter, parsed(parameter, texts));
    }

    /** Commas within quotes belong to an element. */
    static List<String> elements(String header) {
        var found = new ArrayList<String>();
        int from = 0;
        boolean isQuoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '\\' && isQuoted) {
                i++; // what comes next is no end of the quote
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ',' && !isQuoted) {
                found.add(header.substring(from, i));
                from = i + 1;
            }
        }
        found.add(header.substring(from));
        return found;
    }

    private static List<Object> parsed(RequestParameter parameter, List<String> texts) {
        var present = texts.isEmpty() ? parameter.defaultValue().stream().toList() : texts;
        return present.stream()
                .map(text -> TextParameters.parse(parameter.name(), parameter.elementType(), text))
                .toList();
    }

    private static @Nullable Object ofMany(RequestParameter parameter, List<?> values) {
        if (!parameter.isCollection()) {
            return one(parameter, values);
        }
        var type = Types.raw(parameter.type());
        if (type == SortedSet.class) {
            return new TreeSet<>(values);
        }
        return type == Set.class ? new LinkedHashSet<>(values) : values;
    }

    private static @Nullable Object one(RequestParameter parameter, List<?> values) {
        RequestException.checkOnce(parameter.name(), values.size());
        return values.isEmpty() ? null : values.getFirst();
    }
}
