package io.hopeit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpAnswerTest {
    private final HttpAnswer answer = new HttpAnswer();

    private static InputStream of(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Gives one byte at a time, as a network may. */
    private static InputStream slowly(String text) {
        var all = of(text);
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return all.read();
            }

            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                return all.read(to, offset, 1);
            }
        };
    }

    @Test
    void isReadToItsEnd() throws IOException {
        var in = of("HTTP/1.1 200 OK\r\nX: y\r\nContent-Length: 12\r\n\r\n{\"a\":\"\r\n\r\n\"}");

        answer.readFrom(in);

        assertThat(in.read()).isEqualTo(-1);
    }

    @Test
    void mayComeInPieces() throws IOException {
        var in = slowly("HTTP/1.1 200 OK\r\ncontent-length:3\r\nX: y\r\n\r\nabcNEXT");

        answer.readFrom(in);

        assertThat(in.read()).isEqualTo('N');
    }

    @Test
    void mayBeEmpty() throws IOException {
        answer.readFrom(of("HTTP/1.1 204 No Content\r\nX: y\r\n\r\n"));
    }

    @Test
    void hasToBeASuccess() {
        assertThatThrownBy(() -> answer.readFrom(of("HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("500");
    }

    @Test
    void hasToSayHowLongItIs() {
        assertThatThrownBy(() -> answer.readFrom(of("HTTP/1.1 200 OK\r\nX: y\r\n\r\n")))
                .isInstanceOf(IOException.class);
    }
}
