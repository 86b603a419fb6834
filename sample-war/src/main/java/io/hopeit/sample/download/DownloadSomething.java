package io.hopeit.sample.download;

import io.hopeit.GetEvent;
import io.hopeit.Postprocess;
import io.hopeit.Preprocess;
import io.hopeit.jaxrs.HttpRequest;
import io.hopeit.jaxrs.HttpResponse;
import io.hopeit.jaxrs.SafePath;
import io.hopeit.sample.storage.Workplace;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Sends an image. */
@GetEvent(
        value = "download-something",
        summary = "Simple Example: Download Something",
        description = "Download image file. The postprocess method returns the requested file as a file response.")
@Produces("image/png")
@APIResponse(responseCode = "200", description = "Return requested image file")
@APIResponse(
        responseCode = "206",
        description = "Part of the image, for a Range",
        content = @Content(mediaType = "image/png"))
@APIResponse(responseCode = "304", description = "The image is as the client has it")
@APIResponse(
        responseCode = "400",
        description = "Image file not found",
        content = @Content(schema = @Schema(implementation = String.class)))
@APIResponse(
        responseCode = "412",
        description = "The image is not the one that the client means",
        content = @Content(mediaType = "application/json"))
@APIResponse(
        responseCode = "416",
        description = "The image has no such part",
        content = @Content(mediaType = "application/json"))
public class DownloadSomething {
    @Inject
    Workplace workplace;

    /** Answers itself when there is no such image. */
    @Preprocess
    @Nullable
    String checkFile(
            @QueryParam("file_name")
                    @Size(max = 100)
                    @Parameter(description = "return file name, try with hopeit-iso.png")
                    String fileName,
            HttpRequest request) {
        if (Files.isRegularFile(SafePath.within(workplace.downloads(), fileName))) {
            return null;
        }
        request.setStatus(400);
        return "File %s not found".formatted(fileName);
    }

    ImagePng findImage(
            @QueryParam("file_name")
                    @Size(max = 100)
                    @Parameter(description = "return file name, try with hopeit-iso.png")
                    String fileName) {
        return new ImagePng(fileName, SafePath.within(workplace.downloads(), fileName));
    }

    @Postprocess
    void send(ImagePng image, HttpResponse response) {
        response.sendFile(image.file(), image.fileName());
    }
}
