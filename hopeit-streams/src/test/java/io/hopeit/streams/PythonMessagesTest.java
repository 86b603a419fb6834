package io.hopeit.streams;

import static io.hopeit.streams.Messages.LIMIT;
import static io.hopeit.streams.Messages.TYPES;
import static io.hopeit.streams.Messages.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.config.Compression;
import io.hopeit.spi.Json;
import io.hopeit.streams.Decoded.Message;
import io.hopeit.streams.Messages.Data;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Python 3.11 has written with its own zlib, gzip, bz2 and lzma. */
class PythonMessagesTest {
    private static final String LARGE = IntStream.range(0, 20_000)
            .mapToObj(i -> String.valueOf((long) i * i % 1009))
            .collect(Collectors.joining(" "));

    private final MessageCodec codec = new MessageCodec(new Json());

    record Vector(String ser, String comp, String size, byte[] payload) {
        @Override
        public String toString() {
            return "%s %s %s".formatted(ser, comp, size);
        }
    }

    static Stream<Vector> vectors() {
        try (var in = PythonMessagesTest.class.getResourceAsStream("python-messages.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> line.split(" ", -1))
                    .map(part -> new Vector(
                            part[0], part[1], part[2], Base64.getDecoder().decode(part[3])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void areRead(Vector python) {
        var text = python.size().equals("large") ? LARGE : "data";

        assertThat(codec.decode(message(python.ser(), python.comp(), python.payload()), TYPES, LIMIT))
                .extracting(decoded -> ((Message) decoded).payload())
                .isEqualTo(new Data(text, 42));
    }

    @Test
    void thereAreVectorsOfAllThatPythonWritesWithoutFurtherLibraries() {
        var compressions = Arrays.stream(Compression.values())
                .map(Compression::wireName)
                .filter(name -> !name.equals("none") && !name.startsWith("lz4"));

        assertThat(vectors().map(Vector::comp)).containsAll(compressions.toList());
    }
}
