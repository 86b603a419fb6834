package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.jaxrs.ResourceClass.Argument;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A parameter in a class file that is written here is as javac has written it. */
class ResourceClassTest {
    private static int count;

    /** Needs an object of the class around it. */
    class Inner<T> {
        /** Two of them. */
        class Innermost<U> {}
    }

    /** What is to be copied. */
    @SuppressWarnings("unused")
    interface Originals {
        void text(@NotBlank @Size(min = 1, max = 3) String text);

        void list(@Valid List<@NotBlank String> list);

        void array(@NotNull String @Size(max = 2) [] @NotNull [] array);

        void nested(Map<@NotBlank String, List<@Valid Map<String, @Size(max = 9) String[]>>> nested);

        void wildcards(List<? extends @NotNull Number> upper, List<? super @NotNull Integer> lower, List<?> any);

        void inner(ResourceClassTest.Inner<@NotBlank String>.Innermost<@NotNull Long> inner);

        void repeated(
                @Pattern.List({@Pattern(regexp = "a", flags = Pattern.Flag.DOTALL), @Pattern(regexp = "b")})
                        String text);
    }

    static Stream<Parameter> parameters() {
        return Arrays.stream(Originals.class.getMethods()).flatMap(method -> Arrays.stream(method.getParameters()));
    }

    private static Parameter written(Parameter original) throws Exception {
        var name = ResourceClassTest.class.getName() + "_" + count++;
        var type = ResourceClass.named(name, List.of());
        var argument = new Argument(
                "it",
                original.getParameterizedType(),
                Optional.of(original.getAnnotatedType()),
                List.of(original.getAnnotations()),
                List.of());
        type.writeEmpty("written", List.of(argument));
        Class<?> defined = MethodHandles.lookup().defineClass(type.bytes());
        Method method = defined.getDeclaredMethods()[0];
        return method.getParameters()[0];
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void aParameterIsCopiedWithAllItsAnnotations(Parameter original) throws Exception {
        var written = written(original);

        assertThat(written.getParameterizedType()).isEqualTo(original.getParameterizedType());
        assertThat(written.getAnnotations()).containsExactly(original.getAnnotations());
        assertThat(written.getAnnotatedType()).isEqualTo(original.getAnnotatedType());
    }
}
