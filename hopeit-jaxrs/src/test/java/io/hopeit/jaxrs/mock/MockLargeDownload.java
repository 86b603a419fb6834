package io.hopeit.jaxrs.mock;

import io.hopeit.GetEvent;
import io.hopeit.Postprocess;
import io.hopeit.Steps;
import io.hopeit.jaxrs.HttpResponse;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;

/** A file that is larger than memory. */
@GetEvent("mock-large-download")
@Steps("size")
public class MockLargeDownload {
    static final long SIZE = 1L << 30;

    Long size() {
        return SIZE;
    }

    @Postprocess
    void send(Long size, HttpResponse response) throws IOException {
        var file = Files.createTempFile("mock-large", ".bin");
        file.toFile().deleteOnExit();
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(size);
        }
        response.sendFile(file);
    }
}
