package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.UnixOperatingSystemMXBean;
import io.hopeit.spi.Json;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormDataTest {
    @TempDir
    Path temp;

    record Something(String id) {}

    /** For its type. */
    interface Types {
        List<Something> list();
    }

    private FormData receive(Parts parts) {
        return FormData.receive(parts, temp, new Json());
    }

    private FormData receive(Form form) {
        return receive(form.parts());
    }

    @Test
    void textsAreFoundByName() {
        try (var form = receive(new Form().text("id", "1").text("id", "2").text("user", "ü"))) {
            assertThat(form.text("id")).hasValue("1");
            assertThat(form.texts("id")).containsExactly("1", "2");
            assertThat(form.text("user")).hasValue("ü");
            assertThat(form.text("none")).isEmpty();
            assertThat(temp).isEmptyDirectory();
        }
    }

    @Test
    void jsonIsReadOnDemand() throws Exception {
        Type list = Types.class.getMethod("list").getGenericReturnType();
        try (var form = receive(new Form().text("one", "{\"id\":\"a\"}").text("many", "[{\"id\":\"b\"}]"))) {
            assertThat(form.json("one", Something.class)).hasValue(new Something("a"));
            assertThat(form.json("many", list)).hasValue(List.of(new Something("b")));
            assertThat(form.json("none", Something.class)).isEmpty();
            assertThatThrownBy(() -> form.json("many", Something.class))
                    .isInstanceOf(RequestException.class)
                    .hasMessage("many must be an object");
        }
    }

    @Test
    void filesAreInAPrivateDirectoryUntilTheFormIsClosed() throws IOException {
        var form = receive(new Form().file("f", "../../x.png", "one").file("f", "y", "two"));
        var files = form.files("f");
        var directory = files.getFirst().path().getParent();

        assertThat(files).extracting(UploadedFile::fileName).containsExactly("x.png", "y");
        assertThat(files).extracting(UploadedFile::size).containsExactly(3L, 3L);
        assertThat(files.getFirst().contentType()).isEqualTo(MediaType.valueOf("image/png"));
        assertThat(files.getFirst().path()).hasContent("one");
        assertThat(directory).hasParent(temp);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(files.getFirst().path())))
                .isEqualTo("rw-------");

        form.close();
        form.close();
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void whatAStepMovedOrAddedIsNoObstacle(@TempDir Path store) throws IOException {
        var form = receive(new Form().file("f", "x", "one"));
        var path = form.files("f").getFirst().path();
        Files.writeString(path.resolveSibling("added"), "");
        Files.move(path, store.resolve("moved"));

        form.close();

        assertThat(temp).isEmptyDirectory();
        assertThat(store.resolve("moved")).hasContent("one");
    }

    @Test
    void aFileIsKeptBySavingIt(@TempDir Path store) throws IOException {
        try (var form = receive(new Form().file("f", "x", "one"))) {
            var file = form.files("f").getFirst();

            assertThat(file.saveTo(store, "f-" + file.fileName())).hasContent("one");
            assertThatThrownBy(() -> file.saveTo(store, "../x")).isInstanceOf(RequestException.class);
        }
        assertThat(store.toFile().list()).containsExactly("f-x");
    }

    @Test
    void aFileInputInWhichNoneWasChosenHasNone() {
        try (var form = receive(new Form().file("f", "", "").file("g", "", "x"))) {
            assertThat(form.files("f")).isEmpty();
            assertThat(form.files("g")).extracting(UploadedFile::fileName).containsExactly("file");
        }
    }

    @Test
    void allTextsTogetherAreLimited() {
        var limits = new MultipartLimits(100, 8192, 100_000, 100_000, 10);

        assertThatThrownBy(() -> receive(
                        new Form().text("a", "123456").text("b", "12345").parts(limits)))
                .isInstanceOfSatisfying(
                        WebApplicationException.class,
                        e -> assertThat(e.getResponse().getStatus()).isEqualTo(413));
    }

    @Test
    void aRefusedFormLeavesNoFiles() {
        var body = new Form().file("f", "x", "one").file("g", "y", "y".repeat(100_000));

        assertThatThrownBy(() -> receive(Form.parts(body.unfinished(), Form.LIMITS)))
                .isInstanceOf(WebApplicationException.class);
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void anUploadThatIsAbortedLeavesNoFiles() {
        var whole = new Form()
                .file("f", "x", "one")
                .file("g", "y", "y".repeat(100_000))
                .bytes();
        var half = new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2));
        var filesBefore = new ArrayList<String>();
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                filesBefore.addAll(List.of(temp.toFile().list()));
                throw new IOException("connection lost");
            }
        };

        assertThatThrownBy(() -> receive(Form.parts(Form.TYPE, new SequenceInputStream(half, broken), Form.LIMITS)))
                .isInstanceOf(RequestException.class);
        assertThat(filesBefore).hasSize(1);
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void uploadsThatAreAbortedLeaveNoOpenFiles() {
        var body = new Form()
                .file("f", "x", "one")
                .file("g", "y", "y".repeat(100_000))
                .unfinished();
        var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getOpenFileDescriptorCount();

        for (int i = 0; i < 200; i++) {
            assertThatThrownBy(() -> receive(Form.parts(body, Form.LIMITS))).isInstanceOf(RequestException.class);
        }

        assertThat(system.getOpenFileDescriptorCount()).isLessThan(before + 100);
        assertThat(temp).isEmptyDirectory();
    }
}
