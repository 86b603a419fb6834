package io.hopeit.jaxrs.mock;

import io.hopeit.MultipartEvent;
import io.hopeit.jaxrs.UploadedFile;
import jakarta.ws.rs.FormParam;

/** Takes a file that is larger than memory. */
@MultipartEvent("mock-large-upload")
public class MockLargeUpload {
    long run(@FormParam("file") UploadedFile file) {
        return file.size();
    }
}
