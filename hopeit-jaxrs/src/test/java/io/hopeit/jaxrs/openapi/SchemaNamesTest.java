package io.hopeit.jaxrs.openapi;

import static io.hopeit.jaxrs.openapi.Document.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

class SchemaNamesTest {
    public record Something(String id) {}

    public record Page<T>(List<T> items, T first) {}

    public record Pages(
            Page<Something> ofSomething,
            Page<String> ofText,
            Page<List<Something>> ofLists,
            Page<int[]> ofArrays,
            Map<String, Page<Something>> again) {}

    static class One {
        public record Params(int a) {}
    }

    static class Two {
        public record Params(int b) {}
    }

    static class Three {
        static class Two {
            public record Params(int c) {}
        }
    }

    @Schema(name = "Renamed")
    public record Original(int a) {}

    public record ErrorInfo(int a) {}

    @Test
    void genericTypesAreNamedWithTheirArguments() {
        assertThat(Document.ofTypes(Pages.class)
                        .json()
                        .path("components")
                        .path("schemas")
                        .fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "Pages", "PageSomething", "PageString", "PageListSomething", "PageintArray", "Something");
    }

    @Test
    void typeVariablesAreResolved() {
        assertThat(Document.ofTypes(Pages.class).component("PageSomething").path("properties"))
                .isEqualTo(json("""
                                {items: {type: 'array', items: {$ref: '#/components/schemas/Something'}},
                                    first: {$ref: '#/components/schemas/Something'}}
                                """));
    }

    @Test
    void theSecondOfANameInAnotherPackageGetsItsPackageAsPrefix() {
        assertThat(Document.ofTypes(
                                java.util.Map.Entry.class,
                                Something.class,
                                io.hopeit.jaxrs.openapi.shop.Something.class)
                        .property("ShopSomething", "price"))
                .isEqualTo(json("{type: 'number'}"));
    }

    @Test
    void theSecondOfANameInThePackageGetsTheClassAroundItAsPrefix() {
        assertThat(Document.ofTypes(One.Params.class, Two.Params.class).property("TwoParams", "b"))
                .isEqualTo(json("{type: 'integer', format: 'int32'}"));
    }

    @Test
    void whenThePrefixDoesNotHelpThereIsANumber() {
        assertThat(Document.ofTypes(One.Params.class, Two.Params.class, Three.Two.Params.class)
                        .property("TwoParams2", "c"))
                .isEqualTo(json("{type: 'integer', format: 'int32'}"));
    }

    @Test
    void aTypeCanNameItself() {
        assertThat(Document.ofTypes(Original.class).component("Renamed").isObject())
                .isTrue();
    }

    @Test
    void theNameOfTheErrorBodyIsTaken() {
        assertThat(Document.ofTypes(ErrorInfo.class)
                        .component("SchemaNamesTestErrorInfo")
                        .isObject())
                .isTrue();
    }
}
