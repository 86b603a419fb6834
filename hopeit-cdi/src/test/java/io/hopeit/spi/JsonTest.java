package io.hopeit.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    enum Size {
        SMALL,
        @JsonProperty("big")
        LARGE;

        @Override
        public String toString() {
            return "of size " + ordinal();
        }
    }

    record Line(String name, int quantity) {}

    record Order(
            String id,
            int number,
            Long total,
            Boolean paid,
            Double price,
            Instant at,
            Optional<String> note,
            Size size,
            List<Line> lines) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = Cat.class, name = "cat"))
    interface Pet {}

    record Cat(int lives) implements Pet {}

    interface Shelf<T> {}

    record Page<T>(int number, List<T> items) implements Shelf<T> {}

    @SuppressWarnings("unused") // for their types
    private abstract static class Declared {
        abstract List<Pet> list();

        abstract Map<String, Pet> map();

        abstract Page<Pet> page();

        abstract Shelf<Pet> shelf();

        abstract List<String> texts();
    }

    private final Json json = new Json();

    private Order read(String text) {
        return (Order) json.read(text.getBytes(UTF_8), Order.class);
    }

    @Test
    void nullsAreWrittenAndTimesAreIsoInUtc() {
        var order = new Order(
                "o1",
                1,
                null,
                true,
                1.5,
                Instant.parse("2026-11-21T05:16:15.860412Z"),
                Optional.empty(),
                Size.SMALL,
                List.of(new Line("a", 2)));

        var text = new String(json.write(order), UTF_8);

        assertThat(text)
                .isEqualTo("{\"id\":\"o1\",\"number\":1,\"total\":null,\"paid\":true,\"price\":1.5,"
                        + "\"at\":\"2026-11-21T05:16:15.860412Z\",\"note\":null,\"size\":\"SMALL\","
                        + "\"lines\":[{\"name\":\"a\",\"quantity\":2}]}");
        assertThat(read(text)).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"42\"|42", "42.0|42", "true|1", "42|42"})
    void wholeNumbersAreReadAsHopeitReadsThem(String written, int number) {
        assertThat(read("{\"number\":" + written + "}").number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"number\":42.5}|number|must be a whole number",
                "{\"number\":1e999999999}|number|must be a whole number",
                "{\"number\":99999999999}|number|must be a whole number",
                "{\"at\":1.5}|at|must be a date or time in ISO-8601",
                "{\"at\":1e400}|at|must be a date or time in ISO-8601",
                "{\"at\":5}|at|must be a date or time in ISO-8601",
                "{\"number\":\"x\"}|number|must be a whole number",
                "{\"number\":null}|number|is required",
                "{}|number|is required",
                "{\"id\":1}|id|must be a text",
                "{\"paid\":\"maybe\"}|paid|must be true or false",
                "{\"price\":\"x\"}|price|must be a number",
                "{\"at\":\"yesterday\"}|at|must be a date or time in ISO-8601",
                "{\"size\":\"HUGE\"}|size|must be one of SMALL, big",
                "{\"size\":1}|size|must be one of SMALL, big",
                "{\"lines\":[{\"quantity\":1},{\"quantity\":\"x\"}]}|lines[1].quantity|must be a whole number",
                "{\"lines\":{}}|lines|must be a list",
                "[]||must be an object",
                "{\"id\":\"a\",\"id\":\"b\"}||has a member twice (line 1, column 15)",
                "{\"number\":1}{}||has more after its end (line 1, column 13)",
                "{||is not JSON (line 1, column 2)",
                "not json||is not JSON (line 1, column 1)",
            })
    void whatIsWrongIsSaidWithItsFieldAndWithoutClassNames(String text, String field, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(JsonFormatException.class, e -> {
            assertThat(e.field()).isEqualTo(field == null ? "" : field);
            assertThat(e).hasMessage(message);
        });
    }

    record Small(Short s, Byte b, BigInteger i) {}

    @ParameterizedTest
    @ValueSource(strings = {"{\"s\":1.7}", "{\"b\":1.5}", "{\"i\":1.5}", "{\"s\":70000.0}", "{\"b\":300}"})
    void fractionsAndOverflowsAreRefusedForWholeNumbersOfAnySize(String text) {
        assertThatThrownBy(() -> json.read(text.getBytes(UTF_8), Small.class))
                .isInstanceOf(JsonFormatException.class)
                .hasMessage("must be a whole number");
    }

    interface Unknown {}

    @Test
    void aTypeThatJsonCannotBeReadIntoIsNotTheClientsMistake() {
        assertThatThrownBy(() -> json.read("{}".getBytes(UTF_8), Unknown.class))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void unknownMembersAreIgnored() {
        assertThat(read("{\"id\":\"a\",\"number\":1,\"admin\":true}").id()).isEqualTo("a");
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> json.read(("[".repeat(100) + "]".repeat(100)).getBytes(UTF_8), Object.class))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageStartingWith("is too deep, too large or has too long a number");
    }

    private String write(Object value, String declared) throws NoSuchMethodException {
        var type = Declared.class.getDeclaredMethod(declared).getGenericReturnType();
        return new String(json.write(value, type), UTF_8);
    }

    @Test
    void whatIsInAGenericValueSaysWhatItIs() throws Exception {
        assertThat(write(List.of(new Cat(9)), "list")).isEqualTo("[{\"kind\":\"cat\",\"lives\":9}]");
        assertThat(write(Map.of("a", new Cat(9)), "map")).isEqualTo("{\"a\":{\"kind\":\"cat\",\"lives\":9}}");
        assertThat(write(new Page<>(1, List.of(new Cat(9))), "page"))
                .isEqualTo("{\"number\":1,\"items\":[{\"kind\":\"cat\",\"lives\":9}]}");
    }

    @Test
    void aGenericValueHasAllMembersOfItsClass() throws Exception {
        assertThat(write(new Page<>(1, List.of(new Cat(9))), "shelf"))
                .isEqualTo("{\"number\":1,\"items\":[{\"kind\":\"cat\",\"lives\":9}]}");
    }

    @Test
    void aTypeThatAValueIsNotOfChangesNothing() throws Exception {
        assertThat(write(new Line("a", 2), "texts")).isEqualTo("{\"name\":\"a\",\"quantity\":2}");
    }
}
