package io.hopeit.sample.download;

import io.hopeit.Auth;
import io.hopeit.GetEvent;
import io.hopeit.Postprocess;
import io.hopeit.config.AuthMethod;
import io.hopeit.jaxrs.HttpResponse;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Sends bytes as they are made. */
@GetEvent(
        value = "download-something-streamed",
        summary = "Simple Example: Download Something Streamed",
        description =
                "Download streamed created content as file. The postprocess method returns the requested resource "
                        + "as a stream.")
@Auth(AuthMethod.UNSECURED)
@Produces("application/octet-stream")
@APIResponse(responseCode = "200", description = "Return content with filename=`file_name`")
public class DownloadSomethingStreamed {
    private static final int MEBIBYTE = 1 << 20;
    private static final int PIECES = 50;

    StreamedData getStreamedData(
            @QueryParam("file_name") @Size(max = 100) @Parameter(description = "expected return file name")
                    String fileName) {
        return new StreamedData(fileName, MEBIBYTE, PIECES);
    }

    @Postprocess
    void send(StreamedData data, HttpResponse response) {
        response.downloadAs(data.fileName());
        response.stream((long) data.pieceSize() * data.pieces(), out -> {
            var piece = "x".repeat(data.pieceSize()).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            for (int i = 0; i < data.pieces(); i++) {
                out.write(piece);
            }
        });
    }
}
