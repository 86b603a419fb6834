package io.hopeit.jaxrs.openapi;

import static io.hopeit.jaxrs.openapi.Document.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
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
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintsTest {
    interface OnUpdate {}

    public record Constrained(
            @Size(min = 1, max = 3) String size,
            @Size(max = 3) @NotBlank String sizeNotBlank,
            @Size(max = 3) List<String> listSize,
            @Size(max = 3) byte[] bytes,
            @Size(min = 2) Map<String, String> mapSize,
            @NotEmpty List<String> notEmpty,
            @NotEmpty String notEmptyText,
            @NotBlank String notBlank,
            @Pattern(regexp = "[a-z]+") String pattern,
            @Pattern(regexp = "a|b") String either,
            @Pattern(regexp = "^a|b$") String eitherAnchored,
            @Pattern(regexp = "^a$") String anchored,
            @Pattern(regexp = "^a\\$") String dollar,
            @NotBlank @Pattern(regexp = "[a-z]+") String blankPattern,

            @Pattern(regexp = "x", flags = Pattern.Flag.CASE_INSENSITIVE)
            String flagged,

            @Email String email,
            @Min(1) @Max(9) int range,

            @DecimalMin(value = "0.5", inclusive = false) @DecimalMax("1.5")
            BigDecimal decimals,

            @Min(5) @Positive long atLeastFive,
            @Positive @Min(0) long aboveZero,
            @Max(-5) @Negative long atMostMinusFive,
            @Positive long positive,
            @PositiveOrZero Integer positiveOrZero,
            @Negative double negative,
            @NegativeOrZero BigDecimal negativeOrZero,
            @Digits(integer = 3, fraction = 2) BigDecimal digits,
            @Size(max = 3, groups = OnUpdate.class) String otherGroup,
            List<@NotBlank String> elements,
            Map<String, List<@Min(0) Integer>> values,
            Optional<@Size(max = 3) String> optional,
            @Min(1) String numberInText) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    size           | {type: 'string', minLength: 1, maxLength: 3}
                    sizeNotBlank   | {type: 'string', minLength: 1, maxLength: 3, pattern: '\\\\S'}
                    listSize       | {type: 'array', items: {type: 'string'}, maxItems: 3}
                    bytes          | {type: 'string', format: 'byte'}
                    atLeastFive    | {type: 'integer', format: 'int64', minimum: 5}
                    aboveZero      | {type: 'integer', format: 'int64', minimum: 0, exclusiveMinimum: true}
                    atMostMinusFive | {type: 'integer', format: 'int64', maximum: -5}
                    dollar         | {type: 'string', pattern: '^^a\\\\$$'}
                    mapSize        | {type: 'object', additionalProperties: {type: 'string'}, minProperties: 2}
                    notEmpty       | {type: 'array', items: {type: 'string'}, minItems: 1}
                    notEmptyText   | {type: 'string', minLength: 1}
                    notBlank       | {type: 'string', minLength: 1, pattern: '\\\\S'}
                    pattern        | {type: 'string', pattern: '^[a-z]+$'}
                    anchored       | {type: 'string', pattern: '^a$'}
                    blankPattern   | {type: 'string', minLength: 1, pattern: '^[a-z]+$'}
                    flagged        | {type: 'string'}
                    email          | {type: 'string', format: 'email'}
                    range          | {type: 'integer', format: 'int32', minimum: 1, maximum: 9}
                    decimals       | {type: 'number', minimum: 0.5, exclusiveMinimum: true, maximum: 1.5}
                    positive       | {type: 'integer', format: 'int64', minimum: 0, exclusiveMinimum: true}
                    positiveOrZero | {type: 'integer', format: 'int32', minimum: 0}
                    negative       | {type: 'number', format: 'double', maximum: 0, exclusiveMaximum: true}
                    negativeOrZero | {type: 'number', maximum: 0}
                    digits         | {type: 'number'}
                    otherGroup     | {type: 'string'}
                    elements       | {type: 'array', items: {type: 'string', minLength: 1, pattern: '\\\\S'}}
                    optional       | {type: 'string', maxLength: 3, nullable: true}
                    numberInText   | {type: 'string'}
                    """)
    void constraintsOfMembersAreInTheirSchemas(String member, String schema) {
        assertThat(Document.ofTypes(Constrained.class).property("Constrained", member))
                .isEqualTo(json(schema));
    }

    @Test
    void aPatternHasToMatchTheWholeText() {
        assertThat(Document.ofTypes(Constrained.class).property("Constrained", "either"))
                .isEqualTo(json("{type: 'string', pattern: '^(?:a|b)$'}"));
        assertThat(Document.ofTypes(Constrained.class).property("Constrained", "eitherAnchored"))
                .isEqualTo(json("{type: 'string', pattern: '^(?:^a|b$)$'}"));
    }

    @Test
    void constraintsOfTypeArgumentsAreInsideTheSchema() {
        assertThat(Document.ofTypes(Constrained.class).property("Constrained", "values"))
                .isEqualTo(json("""
                                {type: 'object', additionalProperties:
                                    {type: 'array', items: {type: 'integer', format: 'int32', minimum: 0}}}
                                """));
    }

    public record Required(
            @NotNull Integer notNull,
            @NotBlank String notBlank,
            @NotEmpty List<String> notEmpty,
            @NotNull(groups = OnUpdate.class) String otherGroup,
            String free,
            int primitive,
            @Min(1) int constrained,
            @Min(1) Integer boxed) {}

    @Test
    void membersAreRequiredWhenTheirAbsenceIsRefused() {
        assertThat(Document.ofTypes(Required.class).component("Required").path("required"))
                .isEqualTo(json("['notNull', 'notBlank', 'notEmpty', 'primitive', 'constrained']"));
    }

    public static class Bean {
        private @NotNull String onField;
        private String onGetter;
        private String onSetter;

        public String getOnField() {
            return onField;
        }

        public void setOnField(String value) {
            onField = value;
        }

        @NotNull
        public String getOnGetter() {
            return onGetter;
        }

        public void setOnGetter(String value) {
            onGetter = value;
        }

        public String getOnSetter() {
            return onSetter;
        }

        public void setOnSetter(@NotNull String value) {
            onSetter = value;
        }
    }

    @Test
    void constraintsOfBeansAreOnFieldsOrGetters() {
        assertThat(Document.ofTypes(Bean.class).component("Bean").path("required"))
                .isEqualTo(json("['onField', 'onGetter']"));
    }
}
