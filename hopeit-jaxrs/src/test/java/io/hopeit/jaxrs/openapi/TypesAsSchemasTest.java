package io.hopeit.jaxrs.openapi;

import static io.hopeit.jaxrs.openapi.Document.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonBackReference;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonManagedReference;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.annotation.JsonTypeIdResolver;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.Serial;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypesAsSchemasTest {
    public enum Color {
        RED,
        @JsonProperty("dark-green")
        GREEN
    }

    public record Inner(String text) {}

    public record Code(@JsonValue String value) {}

    public record Empty() {}

    public record Simple(
            String string,
            CharSequence charSequence,
            char character,
            char[] characters,
            byte[] bytes,
            int integer,
            Short aShort,
            byte aByte,
            long aLong,
            float aFloat,
            Double aDouble,
            BigDecimal decimal,
            BigInteger bigInteger,
            boolean flag,
            UUID uuid,
            Instant instant,
            OffsetDateTime offsetDateTime,
            ZonedDateTime zonedDateTime,
            LocalDateTime localDateTime,
            LocalDate date,
            LocalTime time,
            Duration duration,
            Period period,
            URI uri,
            URL url,
            Object any,
            JsonNode node,
            Code code,
            OptionalInt optionalInt) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    string         | {type: 'string'}
                    charSequence   | {type: 'string'}
                    character      | {type: 'string'}
                    characters     | {type: 'string'}
                    bytes          | {type: 'string', format: 'byte'}
                    integer        | {type: 'integer', format: 'int32'}
                    aShort         | {type: 'integer', format: 'int32'}
                    aByte          | {type: 'integer', format: 'int32'}
                    aLong          | {type: 'integer', format: 'int64'}
                    aFloat         | {type: 'number', format: 'float'}
                    aDouble        | {type: 'number', format: 'double'}
                    decimal        | {type: 'number'}
                    bigInteger     | {type: 'integer'}
                    flag           | {type: 'boolean'}
                    uuid           | {type: 'string', format: 'uuid'}
                    instant        | {type: 'string', format: 'date-time'}
                    offsetDateTime | {type: 'string', format: 'date-time'}
                    zonedDateTime  | {type: 'string', format: 'date-time'}
                    localDateTime  | {type: 'string', format: 'date-time'}
                    date           | {type: 'string', format: 'date'}
                    time           | {type: 'string', format: 'time'}
                    duration       | {type: 'string', format: 'duration'}
                    period         | {type: 'string', format: 'duration'}
                    uri            | {type: 'string', format: 'uri'}
                    url            | {type: 'string', format: 'uri'}
                    any            | {}
                    node           | {}
                    code           | {type: 'string'}
                    optionalInt    | {type: 'integer', format: 'int32', nullable: true}
                    """)
    void simpleTypesAreWrittenInPlace(String member, String schema) {
        assertThat(Document.ofTypes(Simple.class).property("Simple", member)).isEqualTo(json(schema));
    }

    public record Containers(
            List<Inner> list,
            Collection<String> collection,
            Iterable<String> iterable,
            Set<Color> set,
            Inner[] array,
            int[][] matrix,
            Map<String, Inner> map,
            Map<Color, List<Integer>> lists,
            Optional<String> optional,
            Optional<Inner> optionalRef,
            @Nullable String nullable,
            @Nullable Inner nullableRef,
            List<@Nullable Inner> nullableElements,
            Inner ref) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    list        | {type: 'array', items: {$ref: '#/components/schemas/Inner'}}
                    collection  | {type: 'array', items: {type: 'string'}}
                    iterable    | {type: 'array', items: {type: 'string'}}
                    set         | {type: 'array', uniqueItems: true, items: {$ref: '#/components/schemas/Color'}}
                    array       | {type: 'array', items: {$ref: '#/components/schemas/Inner'}}
                    map         | {type: 'object', additionalProperties: {$ref: '#/components/schemas/Inner'}}
                    optional    | {type: 'string', nullable: true}
                    nullable    | {type: 'string', nullable: true}
                    ref         | {$ref: '#/components/schemas/Inner'}
                    optionalRef | {anyOf: [{$ref: '#/components/schemas/Inner'}, {type: 'object', nullable: true, not: {type: 'object'}}]}
                    nullableRef | {anyOf: [{$ref: '#/components/schemas/Inner'}, {type: 'object', nullable: true, not: {type: 'object'}}]}
                    """)
    void containersHoldTheirContent(String member, String schema) {
        assertThat(Document.ofTypes(Containers.class).property("Containers", member))
                .isEqualTo(json(schema));
    }

    @Test
    void containersCanBeNested() {
        assertThat(Document.ofTypes(Containers.class).property("Containers", "lists"))
                .isEqualTo(json("""
                                {type: 'object', additionalProperties:
                                    {type: 'array', items: {type: 'integer', format: 'int32'}}}
                                """));
    }

    @Test
    void arraysOfArraysAreThat() {
        assertThat(Document.ofTypes(Containers.class).property("Containers", "matrix"))
                .isEqualTo(json("""
                                {type: 'array', items:
                                    {type: 'array', items: {type: 'integer', format: 'int32'}}}
                                """));
    }

    @Test
    void elementsCanBeNullable() {
        assertThat(Document.ofTypes(Containers.class).property("Containers", "nullableElements"))
                .isEqualTo(json("""
                                {type: 'array', items:
                                    {anyOf: [{$ref: '#/components/schemas/Inner'}, {type: 'object', nullable: true, not: {type: 'object'}}]}}
                                """));
    }

    @Test
    void constantsAreAsJacksonWritesThem() {
        assertThat(Document.ofTypes(Color.class).component("Color"))
                .isEqualTo(json("{type: 'string', enum: ['RED', 'dark-green']}"));
    }

    public enum Level {
        LOW,
        HIGH;

        @JsonValue
        public int number() {
            return ordinal();
        }
    }

    public record HasLevel(Level level) {}

    @Test
    void constantsMayBeNumbers() {
        assertThat(Document.ofTypes(HasLevel.class).property("HasLevel", "level"))
                .isEqualTo(json("{type: 'integer', format: 'int32'}"));
    }

    public enum Operator {
        PLUS {
            @Override
            int apply(int a, int b) {
                return a + b;
            }
        };

        abstract int apply(int a, int b);
    }

    @Test
    void constantsWithABodyAreConstants() {
        assertThat(Document.ofTypes(Operator.class).component("Operator"))
                .isEqualTo(json("{type: 'string', enum: ['PLUS']}"));
    }

    public sealed interface Id permits UserId {
        @JsonValue
        String value();
    }

    public record UserId(String value) implements Id {}

    public record HasId(Id id) {}

    @Test
    void aSealedTypeThatIsWrittenAsATextIsAText() {
        assertThat(Document.ofTypes(HasId.class).property("HasId", "id")).isEqualTo(json("{type: 'string'}"));
    }

    @Test
    void aRecordWithoutComponentsIsAnObject() {
        assertThat(Document.ofTypes(Empty.class).component("Empty")).isEqualTo(json("{type: 'object'}"));
    }

    public record Tree(String name, List<Tree> children, Tree parent) {}

    @Test
    void recursiveTypesReferToThemselves() {
        assertThat(Document.ofTypes(Tree.class).property("Tree", "parent"))
                .isEqualTo(json("{$ref: '#/components/schemas/Tree'}"));
    }

    public static class Endless extends ArrayList<Endless> {
        @Serial
        private static final long serialVersionUID = 1;
    }

    public record HasEndless(Endless endless) {}

    @Test
    void aContainerOfItselfEndsSomewhere() {
        assertThat(Document.ofTypes(HasEndless.class).property("HasEndless", "endless"))
                .isEqualTo(json("{type: 'array', items: {type: 'array', items: {}}}"));
    }

    public static class Bean {
        @JsonProperty("the_name")
        private String name;

        private int count;

        @JsonIgnore
        public String getSecret() {
            return "";
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public int getCount() {
            return count;
        }

        public void setCount(int count) {
            this.count = count;
        }

        public boolean isComputed() {
            return true;
        }

        public void setPassword(String password) {}
    }

    @Test
    void beansHaveTheMembersThatJacksonWritesOrReads() {
        assertThat(Document.ofTypes(Bean.class).component("Bean").path("properties"))
                .isEqualTo(json("""
                                {the_name: {type: 'string'}, count: {type: 'integer', format: 'int32'},
                                    computed: {type: 'boolean', readOnly: true},
                                    password: {type: 'string', writeOnly: true}}
                                """));
    }

    @JsonIgnoreProperties("secret")
    public record Ignoring(String open, String secret) {}

    @Test
    void membersThatTheClassIgnoresAreAbsent() {
        assertThat(Document.ofTypes(Ignoring.class).component("Ignoring").path("properties"))
                .isEqualTo(json("{open: {type: 'string'}}"));
    }

    @JsonIgnoreType
    public record Internal(int state) {}

    public record Partly(String open, @JsonIgnore String secret, Internal internal) {}

    @JsonIncludeProperties("open")
    public record Including(String open, String secret) {}

    public static class Child {
        @JsonBackReference
        private Parent parent;

        private String open;

        public Parent getParent() {
            return parent;
        }

        public void setParent(Parent parent) {
            this.parent = parent;
        }

        public String getOpen() {
            return open;
        }

        public void setOpen(String open) {
            this.open = open;
        }
    }

    public record Parent(@JsonManagedReference List<Child> children) {}

    @ParameterizedTest
    @ValueSource(classes = {Partly.class, Including.class, Child.class})
    void membersThatJacksonNeitherWritesNorReadsAreAbsent(Class<?> type) {
        assertThat(Document.ofTypes(type).component(type.getSimpleName()))
                .isEqualTo(json("{type: 'object', properties: {open: {type: 'string'}}}"));
    }

    public record Tuned(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            @JsonSerialize(using = ToStringSerializer.class) long number) {}

    @ParameterizedTest
    @CsvSource({"id", "number"})
    void membersAreAsTheirOwnAnnotationsSay(String member) {
        assertThat(Document.ofTypes(Tuned.class).property("Tuned", member)).isEqualTo(json("{type: 'string'}"));
    }

    public record Day(@JsonFormat(pattern = "dd.MM.yyyy") LocalDate day) {}

    @Test
    void aDateWithAPatternOfItsOwnHasNoFormat() {
        assertThat(Document.ofTypes(Day.class).property("Day", "day")).isEqualTo(json("{type: 'string'}"));
    }

    public record Outer(@JsonUnwrapped(prefix = "in_") Inner inner, int n) {}

    @Test
    void unwrappedMembersStandForThoseOfTheirType() {
        assertThat(Document.ofTypes(Outer.class).component("Outer").path("properties"))
                .isEqualTo(json("{in_text: {type: 'string'}, n: {type: 'integer', format: 'int32'}}"));
    }

    public static class Extensible {
        @JsonAnyGetter
        public Map<String, Integer> others() {
            return Map.of();
        }

        public String getName() {
            return "";
        }
    }

    @Test
    void membersThatTheTypeDoesNotNameAreAdditional() {
        assertThat(Document.ofTypes(Extensible.class).component("Extensible").path("additionalProperties"))
                .isEqualTo(json("{type: 'integer', format: 'int32'}"));
    }

    public sealed interface Shape permits Circle, Polygon {}

    public record Circle(int radius) implements Shape {}

    public sealed interface Polygon extends Shape permits Square {}

    public record Square(int side) implements Polygon {}

    @Test
    void aSealedTypeIsAnyOfItsSubclasses() {
        assertThat(Document.ofTypes(Shape.class).component("Shape")).isEqualTo(json("""
                                {anyOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]}
                                """));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cat.class, name = "cat"),
        @JsonSubTypes.Type(value = Dog.class, name = "dog")
    })
    public interface Pet {}

    public record Cat(int lives) implements Pet {}

    public record Dog(String owner) implements Pet {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({@JsonSubTypes.Type(Bus.class), @JsonSubTypes.Type(Train.class)})
    public interface Vehicle {}

    public record Bus(int seats) implements Vehicle {}

    public record Train(int cars) implements Vehicle {}

    @Test
    void subtypesThatTheirMembersTellApartHaveNoOtherMember() {
        var document = Document.ofTypes(Vehicle.class);

        assertThat(document.component("Vehicle")).isEqualTo(json("""
                                {anyOf: [{$ref: '#/components/schemas/Bus'}, {$ref: '#/components/schemas/Train'}]}
                                """));
        assertThat(document.component("Bus").path("properties").fieldNames())
                .toIterable()
                .containsExactly("seats");
    }

    public static class OfValues extends TypeIdResolverBase {
        @Override
        public String idFromValue(Object value) {
            return value.getClass().getSimpleName();
        }

        @Override
        public String idFromValueAndType(Object value, Class<?> type) {
            return idFromValue(value);
        }

        @Override
        public JsonTypeInfo.Id getMechanism() {
            return JsonTypeInfo.Id.CUSTOM;
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM)
    @JsonTypeIdResolver(OfValues.class)
    public record Named(String name) {}

    @Test
    void aResolverThatAsksForValuesTellsNothing() {
        assertThat(Document.ofTypes(Named.class).component("Named").path("properties"))
                .isEqualTo(json("{name: {type: 'string'}}"));
    }

    public static class Around<T> {
        public class In {
            public T getValue() {
                return null;
            }
        }
    }

    public record HasIn(Around<String>.In in) {}

    @Test
    void aMemberMayBeOfAClassInAGenericOne() {
        assertThat(Document.ofTypes(HasIn.class).property("HasIn", "in"))
                .isEqualTo(json("{$ref: '#/components/schemas/In'}"));
    }

    @Test
    void subtypesThatJacksonTellsApartHaveADiscriminator() {
        assertThat(Document.ofTypes(Pet.class).component("Pet").path("discriminator"))
                .isEqualTo(json("""
                                {propertyName: 'kind', mapping:
                                    {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}}
                                """));
    }

    @Test
    void subtypesThatJacksonTellsApartHaveTheMemberThatTells() {
        assertThat(Document.ofTypes(Pet.class).component("Cat")).isEqualTo(json("""
                                {type: 'object', required: ['kind', 'lives'], properties:
                                    {kind: {type: 'string', enum: ['cat']}, lives: {type: 'integer', format: 'int32'}}}
                                """));
    }
}
