package org.yiping.simulator.camera;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A connection written to without waiting. One thread at a time (the broadcast's lock).
///
/// At most the rest of one picture is held here and a second or two in the kernel: a client that reads slowly falls
/// behind by that much and then loses pictures, it never falls behind further.
final class SocketSink implements Viewer.Sink {
    private static final Logger log = LoggerFactory.getLogger(SocketSink.class);

    private final SocketChannel channel;
    private ByteBuffer rest = ByteBuffer.allocate(0);

    SocketSink(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public Taken offer(byte[] data) {
        try {
            channel.write(rest);
            if (rest.hasRemaining()) {
                return Taken.NOTHING;
            }
            rest = ByteBuffer.wrap(data);
            channel.write(rest);
            return Taken.ALL;
        } catch (IOException e) {
            // The way every viewer leaves.
            log.debug("viewer gone: {}", e.toString());
            return Taken.GONE;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            log.debug("closing a viewer: {}", e.toString());
        }
    }
}
