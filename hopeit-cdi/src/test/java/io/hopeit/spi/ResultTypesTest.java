package io.hopeit.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTypesTest {
    @SuppressWarnings("unused") // for their types
    private abstract static class Steps {
        abstract List<String> texts();

        abstract List<Integer> numbers();

        abstract Object any();

        abstract String text();
    }

    private static Type type(String step) {
        return step(step).resultType();
    }

    private static Step.Call step(String name) {
        try {
            return new Step.Call(Steps.class.getDeclaredMethod(name), List.of());
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static ResultTypes of(String... steps) {
        return ResultTypes.of(
                Flow.of(Arrays.stream(steps).<Step>map(ResultTypesTest::step).toList()));
    }

    @Test
    void theOneTypeThatAValueCanBeDeclaredAs() {
        assertThat(of("texts", "text").of(List.of())).isEqualTo(type("texts"));
        assertThat(of("texts", "text").of("a")).isEqualTo(String.class);
    }

    @Test
    void theClassOfAValueThatCanBeOfSeveral() {
        assertThat(of("texts", "numbers").of(new ArrayList<>())).isEqualTo(ArrayList.class);
        assertThat(of("texts", "any").of(new ArrayList<>())).isEqualTo(ArrayList.class);
    }

    @Test
    void nothingIsLookedForWhereNoTypeHasArguments() {
        assertThat(of("text", "any").declared()).isEmpty();
    }
}
