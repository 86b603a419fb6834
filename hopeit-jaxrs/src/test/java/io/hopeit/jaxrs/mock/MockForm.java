package io.hopeit.jaxrs.mock;

import io.hopeit.MultipartEvent;
import io.hopeit.jaxrs.UploadedFile;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Takes a form, field by field. */
@MultipartEvent("mock-form")
public class MockForm {
    public record Field2(String value) {}

    MockData run(
            @FormParam("field1") @Size(max = 10) String field1,
            @FormParam("field2") Field2 field2,
            @FormParam("number") @DefaultValue("7") @Max(9) int number,
            @FormParam("note") Optional<String> note,
            @FormParam("tags") List<String> tags,
            @FormParam("attachment") UploadedFile attachment,
            @FormParam("more") List<UploadedFile> more)
            throws IOException {
        return new MockData("field1=%s field2=%s number=%d note=%s tags=%s attachment=%s %s more=%d"
                .formatted(
                        field1,
                        field2.value(),
                        number,
                        note.orElse("-"),
                        tags,
                        attachment.fileName(),
                        Files.readString(attachment.path()),
                        more.size()));
    }
}
