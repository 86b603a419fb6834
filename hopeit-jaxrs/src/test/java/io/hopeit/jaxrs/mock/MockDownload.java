package io.hopeit.jaxrs.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.GetEvent;
import io.hopeit.Postprocess;
import io.hopeit.Steps;
import io.hopeit.jaxrs.HttpResponse;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file, or bytes as they are made. */
@GetEvent("mock-download")
@Steps("run")
public class MockDownload {
    String run(@QueryParam("kind") String kind) {
        return kind;
    }

    @Postprocess
    @Nullable
    String tell(String kind, HttpResponse response) throws IOException {
        response.addCookie(new NewCookie.Builder("seen").value("1").build());
        switch (kind) {
            case "file" -> response.sendFile(file(), "a \"b\".txt");
            case "stream" ->
                response.stream(48, out -> out.write("TestData".repeat(6).getBytes(UTF_8)));
            case "csv" -> {
                response.setContentType("text/csv");
                return "a,b";
            }
            default -> throw new IllegalArgumentException(kind);
        }
        return null;
    }

    private static Path file() throws IOException {
        var file = Files.createTempFile("mock", ".txt");
        file.toFile().deleteOnExit();
        return Files.writeString(file, "in a file");
    }
}
