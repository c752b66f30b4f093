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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.camera.CameraStream;

/// Serves the simulated cameras (模拟摄像头) as live MPEG-TS over HTTP on the loopback address. Any thread.
///
/// `/camera/{n}.ts?grade=sub|main` is camera n without end: clip n modulo their count, each camera at its own place in
/// it. `/dead`, `/garbage`, `/frozen`, `/stall?after=2&lasts=8` and `/cut?after=2` (seconds) misbehave as real cameras
/// do. Nothing is computed for a camera nobody watches. One thread writes to all viewers without waiting, because a
/// thread a viewer costs more than the bytes do.
public final class CameraStreams implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CameraStreams.class);

    private static final Pattern CAMERA = Pattern.compile("/camera/(\\d{1,6})\\.ts");
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(5);
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int RATE = 15;

    /// About a second and a half of a stream: what a client that stopped reading may be late by.
    private static final int SEND_BUFFER = 32 * 1_024;

    /// A whole hall may knock at one moment. Whoever finds the row full is let in by the system's repetitions, which
    /// takes tens of seconds.
    private static final int WAITING = 1_024;

    private final ServerSocketChannel server;
    private final ExecutorService connections;
    private final Broadcast broadcast;
    private final List<Clip> clips;
    private final int sendBuffer;

    private CameraStreams(
            ServerSocketChannel server,
            ExecutorService connections,
            Broadcast broadcast,
            List<Clip> clips,
            int sendBuffer) {
        this.server = server;
        this.connections = connections;
        this.broadcast = broadcast;
        this.clips = clips;
        this.sendBuffer = sendBuffer;
    }

    /// Listens on this port, 0 for any. `connections` answers requests (virtual threads), `timer` paces the pictures by
    /// `nanos`, a clock that never jumps. All three stay the caller's to close.
    public static CameraStreams open(
            int port, ExecutorService connections, ScheduledExecutorService timer, LongSupplier nanos)
            throws IOException {
        return open(port, connections, timer, nanos, Clips.shipped(), SEND_BUFFER);
    }

    /// The same with other clips than those that ship, and what a client may be late by, in bytes.
    static CameraStreams open(
            int port,
            ExecutorService connections,
            ScheduledExecutorService timer,
            LongSupplier nanos,
            List<Clip> clips,
            int sendBuffer)
            throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAITING);
        CameraStreams streams = new CameraStreams(server, connections, new Broadcast(nanos, timer), clips, sendBuffer);
        connections.execute(streams::accept);
        return streams;
    }

    /// The address of a path on this server, such as `/camera/7.ts`.
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.socket().getLocalPort() + path);
    }

    /// The streams of camera n as a platform would list them. Both grades are the same small picture for now, and say
    /// so.
    public List<CameraStream> streams(int camera) {
        return List.of(stream(camera, "main"), stream(camera, "sub"));
    }

    private CameraStream stream(int camera, String grade) {
        String url = uri("/camera/" + camera + ".ts?grade=" + grade).toString();
        return new CameraStream(grade, url, WIDTH, HEIGHT, RATE);
    }

    /// How many connections are being served.
    public int viewers() {
        return broadcast.viewers();
    }

    /// True while anything is being made: never when nobody watches.
    public boolean isWorking() {
        return broadcast.isTicking();
    }

    @Override
    public void close() {
        broadcast.close();
        try {
            server.close();
        } catch (IOException e) {
            log.debug("closing the camera server: {}", e.toString());
        }
    }

    private void accept() {
        try {
            while (server.isOpen()) {
                SocketChannel client = server.accept();
                connections.execute(() -> answer(client));
            }
        } catch (IOException e) {
            if (server.isOpen()) {
                log.warn("simulated cameras no longer accept viewers", e);
            }
        }
    }

    private void answer(SocketChannel client) {
        try {
            client.socket().setSoTimeout((int) LONGEST_REQUEST.toMillis());
            Optional<Request> request = Request.read(client.socket().getInputStream());
            if (request.isEmpty() || !request.get().method().equals("GET")) {
                refuse(client, "400 Bad Request");
            } else if (!serve(client, request.get())) {
                refuse(client, "404 Not Found");
            }
        } catch (IOException e) {
            log.debug("request for a stream: {}", e.toString());
            new SocketSink(client).close();
        }
    }

    private boolean serve(SocketChannel client, Request request) throws IOException {
        Matcher camera = CAMERA.matcher(request.path());
        if (camera.matches()) {
            int n = Integer.parseInt(camera.group(1));
            show(client, request.path(), clip(n), offset(n), new Viewer.Mishap.None());
            return true;
        }
        long after = request.number("after", 2, 3_600) * (long) RATE;
        long lasts = request.number("lasts", 8, 3_600) * (long) RATE;
        switch (request.path()) {
            case "/garbage" -> show(client, "/garbage", new Noise(1), 0, new Viewer.Mishap.None());
            case "/frozen" -> show(client, "/frozen", clip(0).frozen(), 0, new Viewer.Mishap.None());
            case "/stall" -> show(client, "/camera/0.ts", clip(0), 0, new Viewer.Mishap.Stall(after, after + lasts));
            case "/cut" -> show(client, "/camera/0.ts", clip(0), 0, new Viewer.Mishap.Cut(after));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void show(SocketChannel client, String channel, Programme programme, long offset, Viewer.Mishap mishap)
            throws IOException {
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        client.setOption(StandardSocketOptions.SO_SNDBUF, sendBuffer);
        say(
                client,
                "HTTP/1.1 200 OK\r\nContent-Type: video/mp2t\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n");
        client.configureBlocking(false);
        broadcast.join(channel, programme, offset, new Viewer(new SocketSink(client), mishap));
    }

    private static void refuse(SocketChannel client, String status) throws IOException {
        say(client, "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        client.close();
    }

    private static void say(SocketChannel client, String head) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(head.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            client.write(bytes);
        }
    }

    private Clip clip(int camera) {
        return clips.get(camera % clips.size());
    }

    /// Cameras that share a clip are far apart in it, and key pictures, which are large, do not all fall together.
    private long offset(int camera) {
        return camera * 37L % clip(camera).pictures();
    }
}
