package io.hopeit.jaxrs;

import java.io.IOException;
import java.io.InputStream;

/** A request body that may not be larger than a limit, whatever its headers say. */
record BoundedBody(InputStream in, long limit) {

    byte[] readAll() throws IOException {
        int most = (int) Math.min(limit, Integer.MAX_VALUE - 8);
        var bytes = in.readNBytes(most);
        if (bytes.length == most && in.read() >= 0) {
            throw RequestException.tooLarge(limit);
        }
        return bytes;
    }
}
