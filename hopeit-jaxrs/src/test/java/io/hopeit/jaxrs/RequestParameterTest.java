package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.jaxrs.RequestParameter.Content;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestParameterTest {
    enum Color {
        RED
    }

    record Thing(String id) {}

    record Sku(String code) {
        public static Sku parse(String code) {
            return new Sku(code);
        }
    }

    static void form(
            @FormParam("text") String text,
            @FormParam("texts") List<String> texts,
            @FormParam("day") Optional<LocalDate> day,
            @FormParam("color") @DefaultValue("RED") Color color,
            @FormParam("sku") Sku sku,
            @FormParam("skus") Set<Sku> skus,
            @FormParam("file") UploadedFile file,
            @FormParam("maybe-file") Optional<UploadedFile> maybeFile,
            @FormParam("files") List<UploadedFile> files,
            @FormParam("thing") Thing thing,
            @FormParam("nullable-thing") @Nullable Thing nullableThing,
            @FormParam("things") List<Thing> things,
            @FormParam("map") Map<String, String> map,
            @QueryParam("in-query") Thing inQuery) {}

    private static RequestParameter parameter(String name) {
        return Arrays.stream(RequestParameterTest.class.getDeclaredMethods())
                .filter(method -> method.getName().equals("form"))
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .flatMap(parameter -> RequestParameter.of(parameter).stream())
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "text,TEXT",
        "texts,TEXT",
        "day,TEXT",
        "color,TEXT",
        "sku,TEXT",
        "skus,TEXT",
        "file,FILE",
        "maybe-file,FILE",
        "files,FILE",
        "thing,JSON",
        "things,JSON",
        "map,JSON",
        "in-query,TEXT"
    })
    void itsTypeSaysWhatAFieldIsMadeFrom(String name, Content content) {
        assertThat(parameter(name).content()).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource({
        "text,true",
        "texts,false",
        "day,false",
        "color,false",
        "file,true",
        "maybe-file,false",
        "files,false",
        "thing,true",
        "nullable-thing,false",
        "things,true"
    })
    void aFieldIsRequiredUnlessItCanBeAbsent(String name, boolean required) {
        assertThat(parameter(name).isRequired()).isEqualTo(required);
    }

    @ParameterizedTest
    @CsvSource({"texts,java.lang.String", "files,io.hopeit.jaxrs.UploadedFile", "things,java.util.List"})
    void oneOfManyIsATextOrAFileButAnArrayIsOneValue(String name, Class<?> type) {
        assertThat(parameter(name).elementType()).isEqualTo(type);
    }
}
