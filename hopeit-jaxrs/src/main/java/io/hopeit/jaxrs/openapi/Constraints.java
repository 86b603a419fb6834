package io.hopeit.jaxrs.openapi;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Constraints of Jakarta Validation in the words of a schema; those that it has no words for are left out. */
final class Constraints {
    private static final String NOT_BLANK = "\\S";
    private static final String PACKAGE = NotNull.class.getPackageName();

    private Constraints() {}

    /** Whether null is refused. */
    static boolean isRequired(Annotation annotation) {
        boolean notNull =
                annotation instanceof NotNull || annotation instanceof NotEmpty || annotation instanceof NotBlank;
        return notNull && isAlwaysChecked(annotation);
    }

    /** Whether an empty collection is refused. */
    static boolean isNeverEmpty(Annotation annotation) {
        boolean isNeverEmpty = annotation instanceof NotEmpty || (annotation instanceof Size size && size.min() > 0);
        return isNeverEmpty && isAlwaysChecked(annotation);
    }

    /** Whether this is a constraint, and one that is checked in requests. */
    static boolean isConstraint(Annotation annotation) {
        return annotation.annotationType().getPackageName().equals(PACKAGE) && isAlwaysChecked(annotation);
    }

    private static boolean isAlwaysChecked(Annotation annotation) {
        try {
            var groups =
                    (Class<?>[]) annotation.annotationType().getMethod("groups").invoke(annotation);
            return groups.length == 0 || Arrays.asList(groups).contains(Default.class);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    static Schema apply(Schema schema, List<Annotation> annotations) {
        annotations.stream().filter(Constraints::isConstraint).forEach(constraint -> apply(schema, constraint));
        return schema;
    }

    private static void apply(Schema schema, Annotation constraint) {
        switch (schema.getType()) {
            case STRING -> applyToText(schema, constraint);
            case INTEGER, NUMBER -> applyToNumber(schema, constraint);
            case null, default -> {}
        }
        switch (constraint) {
            case Size size -> size(schema, size.min(), size.max());
            case NotEmpty any -> size(schema, 1, Integer.MAX_VALUE);
            default -> {}
        }
    }

    private static void applyToText(Schema schema, Annotation constraint) {
        switch (constraint) {
            case NotBlank any -> notBlank(schema);
            case Pattern pattern when pattern.flags().length == 0 -> schema.setPattern(wholeText(pattern.regexp()));
            case Email any -> schema.setFormat("email");
            default -> {}
        }
    }

    private static void notBlank(Schema schema) {
        size(schema, 1, Integer.MAX_VALUE);
        if (schema.getPattern() == null) {
            schema.setPattern(NOT_BLANK);
        }
    }

    /** In a schema a pattern is looked for inside a text, in Java it has to match all of it. */
    private static String wholeText(String regexp) {
        if (regexp.contains("|")) {
            return "^(?:" + regexp + ")$";
        }
        boolean isWhole = regexp.startsWith("^") && regexp.endsWith("$") && !regexp.endsWith("\\$");
        return isWhole ? regexp : "^" + regexp + "$";
    }

    private static void applyToNumber(Schema schema, Annotation constraint) {
        switch (constraint) {
            case Min min -> minimum(schema, BigDecimal.valueOf(min.value()), true);
            case Max max -> maximum(schema, BigDecimal.valueOf(max.value()), true);
            case DecimalMin min -> minimum(schema, new BigDecimal(min.value()), min.inclusive());
            case DecimalMax max -> maximum(schema, new BigDecimal(max.value()), max.inclusive());
            case Positive any -> minimum(schema, BigDecimal.ZERO, false);
            case PositiveOrZero any -> minimum(schema, BigDecimal.ZERO, true);
            case Negative any -> maximum(schema, BigDecimal.ZERO, false);
            case NegativeOrZero any -> maximum(schema, BigDecimal.ZERO, true);
            default -> {}
        }
    }

    private static void minimum(Schema schema, BigDecimal value, boolean inclusive) {
        if (isNarrower(schema.getMinimum(), value, inclusive, 1)) {
            schema.minimum(value).exclusiveMinimum(inclusive ? null : true);
        }
    }

    private static void maximum(Schema schema, BigDecimal value, boolean inclusive) {
        if (isNarrower(schema.getMaximum(), value, inclusive, -1)) {
            schema.maximum(value).exclusiveMaximum(inclusive ? null : true);
        }
    }

    /** {@code sign} is 1 where the larger bound is the narrower one, and -1 where it is the smaller. */
    private static boolean isNarrower(@Nullable BigDecimal known, BigDecimal value, boolean inclusive, int sign) {
        int difference = known == null ? sign : value.compareTo(known);
        return difference == 0 ? !inclusive : difference == sign;
    }

    private static void size(Schema schema, int min, int max) {
        if ("byte".equals(schema.getFormat())) {
            return; // of bytes: their text is longer
        }
        var range = new SizeRange(min, max);
        switch (schema.getType()) {
            case STRING ->
                schema.minLength(range.min(schema.getMinLength())).maxLength(range.max(schema.getMaxLength()));
            case ARRAY -> schema.minItems(range.min(schema.getMinItems())).maxItems(range.max(schema.getMaxItems()));
            case OBJECT ->
                schema.minProperties(range.min(schema.getMinProperties()))
                        .maxProperties(range.max(schema.getMaxProperties()));
            case null, default -> {}
        }
    }
}
