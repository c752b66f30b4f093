package org.yiping.simulator.camera;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/// One stream that remembers when each of its pictures left, by the picture's number in its clip. Any thread.
public final class NumberedStream implements AutoCloseable {
    private final ServerSocketChannel server;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Broadcast broadcast = new Broadcast(System::nanoTime, timer);
    private final ConcurrentHashMap<Integer, Long> left = new ConcurrentHashMap<>();
    private final Clip clip;

    public NumberedStream(Path file) throws IOException {
        clip = Clip.read(Files.readAllBytes(file));
        server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(this::serve);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.socket().getLocalPort() + "/numbered.ts");
    }

    /// When the newest picture of this number left, by `System.nanoTime`; null before there was one.
    public @Nullable Long left(int number) {
        return left.get(number);
    }

    private void serve() {
        Programme watched = new Programme() {
            @Override
            public long ticksPerPicture() {
                return clip.ticksPerPicture();
            }

            @Override
            public boolean isKey(long picture) {
                return clip.isKey(picture);
            }

            @Override
            public byte[] packets(long picture) {
                left.put((int) Math.floorMod(picture, (long) clip.pictures()), System.nanoTime());
                return clip.packets(picture);
            }
        };
        try {
            while (server.isOpen()) {
                SocketChannel client = server.accept();
                client.setOption(StandardSocketOptions.TCP_NODELAY, true);
                Request.read(client.socket().getInputStream());
                client.write(ByteBuffer.wrap("HTTP/1.1 200 OK\r\nContent-Type: video/mp2t\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1)));
                client.configureBlocking(false);
                broadcast.join("numbered", watched, 0, new Viewer(new SocketSink(client), new Viewer.Mishap.None()));
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        broadcast.close();
        timer.shutdownNow();
    }
}
