package io.hopeit.streams.redis;

import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Gives Lettuce the calls of a flight as one list, which it writes into one buffer. One by one, each call would have a
 * buffer, a promise and a task of its own, which cost more than its bytes.
 */
@ChannelHandler.Sharable
final class Runway extends ChannelOutboundHandlerAdapter implements NettyCustomizer {
    @Override
    public void afterChannelInitialized(Channel channel) {
        channel.pipeline().addLast(this);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof Flight flight) {
            var calls = flight.takeOff();
            if (ReadDecoder.isFor(calls.getFirst())) {
                ReadDecoder.install(context.pipeline());
            }
            var unused = context.write(calls, promise);
        } else {
            var unused = context.write(message, promise);
        }
    }
}
