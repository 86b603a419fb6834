package io.hopeit.jaxrs;

import io.hopeit.spi.Types;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A part of a request that steps take, as a JAX-RS annotation says. It is required unless it is an {@code Optional} or
 * a collection of texts or files, has a {@code @DefaultValue}, or is annotated with a {@code @Nullable}.
 *
 * {@snippet :
 * void print(Step step) {
 *     for (var parameter : step.requestParameters()) {
 *         var taken = RequestParameter.of(parameter).orElseThrow();
 *         boolean isInUrl = taken.kind() == RequestParameter.Kind.PATH || taken.kind() == RequestParameter.Kind.QUERY;
 *         boolean isText = taken.content() == RequestParameter.Content.TEXT;
 *         out.println(taken.name() + (isInUrl ? " in the URL" : "") + (isText ? ", a text" : "")); // item in the URL, a text
 *     }
 * }
 * }
 *
 * @param kind where it is in the request
 * @param name its name there
 * @param parameter of a step
 * @hidden applications have no use for it
 */
public record RequestParameter(Kind kind, String name, Parameter parameter) {
    /** Where a parameter is in a request; all names but that of a form are those of OpenAPI. */
    public enum Kind {
        /** After the question mark. */
        QUERY,
        /** A part of the path. */
        PATH,
        /** A header. */
        HEADER,
        /** A cookie. */
        COOKIE,
        /** A field of a form. */
        FORM
    }

    /** What a parameter is made from. */
    public enum Content {
        /** One text, or many for a collection. */
        TEXT,
        /** A file, or many for a list: {@link UploadedFile}. */
        FILE,
        /** One value in JSON, whatever its type; only in a form. */
        JSON
    }

    private static final Set<Class<?>> COLLECTIONS = Set.of(List.class, Set.class, SortedSet.class);

    /** What this parameter of a step takes from a request; empty when its annotation is none of the five. */
    public static Optional<RequestParameter> of(Parameter parameter) {
        return Stream.of(
                        named(parameter, QueryParam.class, Kind.QUERY, QueryParam::value),
                        named(parameter, PathParam.class, Kind.PATH, PathParam::value),
                        named(parameter, HeaderParam.class, Kind.HEADER, HeaderParam::value),
                        named(parameter, CookieParam.class, Kind.COOKIE, CookieParam::value),
                        named(parameter, FormParam.class, Kind.FORM, FormParam::value))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static <A extends Annotation> Optional<RequestParameter> named(
            Parameter parameter, Class<A> annotation, Kind kind, Function<A, String> name) {
        return Optional.ofNullable(parameter.getAnnotation(annotation))
                .map(found -> new RequestParameter(kind, name.apply(found), parameter));
    }

    /** Its type, without the {@code Optional} around it. */
    public Type type() {
        return Types.element(parameter.getParameterizedType());
    }

    /** Whether texts for values of this type are the names of its constants, and no others. */
    public static boolean isOneOfNames(Class<?> type) {
        return TextValue.isPlainEnum(type);
    }

    /** What it is made from: in a form also a file, and JSON for what cannot be made from text. */
    public Content content() {
        if (kind != Kind.FORM) {
            return Content.TEXT;
        }
        var one = Types.raw(isOfMany() ? Types.argument(type(), 0) : type());
        if (one == UploadedFile.class) {
            return Content.FILE;
        }
        return TextValue.isText(one) ? Content.TEXT : Content.JSON;
    }

    /** Its type, or that of its elements when it is a collection: what one text or file becomes. */
    Class<?> elementType() {
        var type = type();
        return Types.raw(isCollection() ? Types.argument(type, 0) : type);
    }

    /** Whether it is made from all texts or files of its name; an array in JSON is one value. */
    boolean isCollection() {
        return isOfMany() && content() != Content.JSON;
    }

    /** Whether a server fills it; none takes a list in one header apart. */
    boolean isBound() {
        return switch (kind) {
            case QUERY, PATH -> true;
            case HEADER -> !isCollection();
            case COOKIE, FORM -> false;
        };
    }

    private boolean isOfMany() {
        return COLLECTIONS.contains(Types.raw(type()));
    }

    /** What it is when the request has none. */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(parameter.getAnnotation(DefaultValue.class)).map(DefaultValue::value);
    }

    /** Whether a request without it is refused. */
    public boolean isRequired() {
        return !isOptional() && !isCollection() && defaultValue().isEmpty() && !Types.isNullable(parameter);
    }

    /** Whether the step takes an {@code Optional}. */
    boolean isOptional() {
        return parameter.getType() == Optional.class;
    }

    /** What makes two parameters of steps the same part of a request. */
    public String key() {
        return key(kind, name);
    }

    /** The {@link #key()} of the part that has this name there. */
    public static String key(Kind kind, String name) {
        return kind + " " + (kind == Kind.HEADER ? name.toLowerCase(Locale.ROOT) : name);
    }
}
