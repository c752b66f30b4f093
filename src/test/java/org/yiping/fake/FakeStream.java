package org.yiping.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The server's end of a WebSocket: sends text frames, answers pings. `send` on one thread.
public final class FakeStream {
    private final Socket socket;
    private final OutputStream out;

    FakeStream(Socket socket, InputStream in, OutputStream out) {
        this.socket = socket;
        this.out = out;
        Thread.ofVirtual().start(() -> listen(in));
    }

    public void send(String text) throws IOException {
        frame(0x81, text.getBytes(StandardCharsets.UTF_8));
    }

    public boolean open() {
        return !socket.isClosed();
    }

    public void cut() {
        try {
            socket.close();
        } catch (IOException _) {
            // closed
        }
    }

    private synchronized void frame(int head, byte[] body) throws IOException {
        out.write(head);
        if (body.length < 126) {
            out.write(body.length);
        } else if (body.length < 65536) {
            out.write(126);
            out.write(ByteBuffer.allocate(2).putShort((short) body.length).array());
        } else {
            out.write(127);
            out.write(ByteBuffer.allocate(8).putLong(body.length).array());
        }
        out.write(body);
        out.flush();
    }

    private void listen(InputStream in) {
        try {
            for (int head = in.read(); head >= 0; head = in.read()) {
                int length = in.read() & 0x7f;
                if (length >= 126) {
                    throw new IOException("a console sends control frames only");
                }
                byte[] mask = in.readNBytes(4);
                byte[] body = in.readNBytes(length);
                for (int i = 0; i < body.length; i++) {
                    body[i] ^= mask[i % 4];
                }
                if ((head & 0x0f) == 0x9) {
                    frame(0x8a, body);
                } else if ((head & 0x0f) == 0x8) {
                    break;
                }
            }
        } catch (IOException _) {
            // the console went
        } finally {
            cut();
        }
    }
}
