package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lettuce.core.protocol.CommandArgs;
import io.netty.buffer.ByteBuf;
import java.util.List;

/** Arguments that end with many ids: written in one go, as an argument object for each costs more than the id. */
final class ManyIds extends CommandArgs<String, byte[]> {
    private static final int ABOUT = 24;

    private final List<String> ids;

    ManyIds(List<String> ids) {
        super(Call.CODEC);
        this.ids = ids;
    }

    @Override
    public int count() {
        return super.count() + ids.size();
    }

    @Override
    public void encode(ByteBuf buffer) {
        super.encode(buffer);
        var text = new StringBuilder(ABOUT * ids.size());
        for (String id : ids) {
            text.append('$').append(id.length()).append("\r\n").append(id).append("\r\n");
        }
        buffer.writeBytes(text.toString().getBytes(ISO_8859_1));
    }
}
