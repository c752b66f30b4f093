package org.yiping.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Signed-in people whose consoles listen: a WebSocket each, all kinds of rows, every byte read. One thread reads them
/// all and looks at nothing but the heads of the frames: whether each delta joins the one before.
final class Listeners implements AutoCloseable {
    /// More than any header of a frame and the start of a delta's text.
    private static final int HEAD = 128;

    private final Selector selector = Selector.open();
    private final List<Ear> ears = new ArrayList<>();
    private final Thread reader = new Thread(this::read, "listeners");
    final AtomicLong bytes = new AtomicLong();
    final AtomicLong frames = new AtomicLong();
    final AtomicLong gaps = new AtomicLong();
    final AtomicLong cut = new AtomicLong();
    private volatile boolean running = true;

    Listeners() throws IOException {
        reader.setDaemon(true);
    }

    /// One listener: how far it is in the frame it reads.
    private final class Ear {
        private final SocketChannel channel;
        private final byte[] head = new byte[HEAD];
        private int have;
        private long left;
        private volatile long last;

        Ear(SocketChannel channel, long after) {
            this.channel = channel;
            this.last = after;
        }

        void take(ByteBuffer buffer) {
            while (buffer.hasRemaining()) {
                if (left > 0) {
                    int here = (int) Math.min(left, buffer.remaining());
                    int keep = Math.min(here, HEAD - have);
                    buffer.get(head, have, keep);
                    have += keep;
                    buffer.position(buffer.position() + here - keep);
                    left -= here;
                    if (left == 0) {
                        frame();
                    }
                } else {
                    head[have++] = buffer.get();
                    left = payload();
                    if (left >= 0) {
                        have = 0;
                    }
                }
            }
        }

        /// The length of the payload when the frame's header is whole, else -1.
        private long payload() {
            if (have < 2) {
                return -1;
            }
            int small = head[1] & 0x7f;
            int need = small < 126 ? 2 : small == 126 ? 4 : 10;
            if (have < need) {
                return -1;
            }
            long length = small < 126 ? small : 0;
            for (int i = 2; i < need; i++) {
                length = length << 8 | (head[i] & 0xff);
            }
            return length;
        }

        private void frame() {
            frames.incrementAndGet();
            String text = new String(head, 0, have, StandardCharsets.ISO_8859_1);
            have = 0;
            if (text.startsWith("{\"type\":\"delta\"")) {
                if (number(text, "\"after\":") != last) {
                    gaps.incrementAndGet();
                }
                last = number(text, "\"upto\":");
            } else if (running && text.startsWith("{\"type\":\"resync\"")) {
                System.out.println("a listener was sent away: " + text);
            }
        }

        private static long number(String text, String name) {
            int from = text.indexOf(name) + name.length();
            int to = from;
            while (to < text.length() && Character.isDigit(text.charAt(to))) {
                to++;
            }
            return Long.parseLong(text.substring(from, to));
        }
    }

    void join(int port, String token, long after) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 262_144);
        channel.connect(new InetSocketAddress("127.0.0.1", port));
        channel.write(ByteBuffer.wrap(("GET /api/v1/stream?after=" + after
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: eWlwaW5nLWJlbmNoLTAwMQ==\r\nSec-WebSocket-Version: 13\r\nAuthorization: Bearer "
                        + token + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1)));
        StringBuilder answer = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (answer.indexOf("\r\n\r\n") < 0) {
            one.clear();
            if (channel.read(one) < 0) {
                throw new IOException("the stream was refused: " + answer);
            }
            answer.append((char) one.get(0));
        }
        if (!answer.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("the stream was refused: " + answer);
        }
        channel.configureBlocking(false);
        Ear ear = new Ear(channel, after);
        synchronized (ears) {
            ears.add(ear);
        }
        channel.register(selector, SelectionKey.OP_READ, ear);
        selector.wakeup();
        if (!reader.isAlive()) {
            reader.start();
        }
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
        try {
            while (running) {
                selector.select(key -> read((Ear) key.attachment(), key, buffer), 200);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(Ear ear, SelectionKey key, ByteBuffer buffer) {
        try {
            buffer.clear();
            int got = ear.channel.read(buffer);
            if (got < 0) {
                throw new IOException("closed");
            }
            bytes.addAndGet(got);
            ear.take(buffer.flip());
        } catch (IOException e) {
            key.cancel();
            if (running) {
                cut.incrementAndGet();
            }
        }
    }

    int size() {
        synchronized (ears) {
            return ears.size();
        }
    }

    /// How many have not been told of everything up to a revision.
    long behind(long revision) {
        synchronized (ears) {
            return ears.stream().filter(e -> e.last < revision).count();
        }
    }

    @Override
    public void close() throws IOException {
        running = false;
        synchronized (ears) {
            for (Ear ear : ears) {
                ear.channel.close();
            }
        }
        selector.close();
    }
}
