package io.hopeit.sample.upload;

import io.hopeit.EventGroup;
import io.hopeit.MultipartEvent;
import io.hopeit.Preprocess;
import io.hopeit.jaxrs.HttpRequest;
import io.hopeit.jaxrs.UploadedFile;
import io.hopeit.sample.model.Something;
import io.hopeit.sample.storage.Workplace;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Takes files, and makes a Something of each. */
@MultipartEvent(
        value = "upload-something",
        summary = "Simple Example: Multipart Upload files",
        description = "Upload files using Multipart form request")
@EventGroup("g1")
@APIResponse(responseCode = "200", description = "list of created Something objects")
@APIResponse(
        responseCode = "400",
        description = "Missing or invalid fields",
        content = @Content(schema = @Schema(implementation = String.class)))
public class UploadSomething {
    @Inject
    Workplace workplace;

    /** Keeps the file, or answers itself when something is missing. */
    @Preprocess
    Object keepFiles(
            @FormParam("id") @Nullable @Parameter(required = true) String id,
            @FormParam("user") @Nullable @Parameter(required = true) String user,
            @FormParam("attachment") @Nullable @Parameter(required = true) UploadedFile attachment,
            @FormParam("object") @Nullable @Valid @Parameter(required = true) Something object,
            HttpRequest request)
            throws IOException {
        if (id == null || user == null || object == null || attachment == null) {
            request.setStatus(400);
            return "Missing required fields";
        }
        attachment.saveTo(workplace.uploads(), attachment.field() + "-" + attachment.fileName());
        return new FileUploadInfo(id, user, List.of(attachment.field()), object);
    }

    List<Something> createItems(
            FileUploadInfo info,
            @QueryParam("something_id") @Size(max = 60) @Parameter(description = "something_id") String somethingId) {
        return info.attachments().stream()
                .map(field -> new Something(field, info.object().user(), null, List.of()))
                .toList();
    }
}
