package io.hopeit.jaxrs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** So many bytes of a file, from the first on. */
record FilePiece(FileState state, long first, long length) {
    private static final int CHUNK = 64 * 1024;

    void write(OutputStream out) throws IOException {
        try (var channel = FileChannel.open(state.file(), StandardOpenOption.READ)) {
            state.checkUnchanged();
            var in = Channels.newInputStream(channel.position(first));
            var chunk = new byte[CHUNK];
            for (long left = length; left > 0; ) {
                int read = in.read(chunk, 0, (int) Math.min(CHUNK, left));
                if (read < 0) {
                    throw new IOException("the file became shorter while it was sent");
                }
                out.write(chunk, 0, read);
                left -= read;
            }
        }
    }
}
