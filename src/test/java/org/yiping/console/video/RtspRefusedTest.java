package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An RTSP camera that lets nobody in and counts who tries.
class RtspRefusedTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private volatile String asks = "";
    private volatile boolean asksAtOnce;
    private ServerSocket camera;

    @BeforeEach
    void open() throws IOException {
        camera = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        camera.close();
        threads.shutdownNow();
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = camera.accept();
                threads.execute(() -> answer(socket));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void answer(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            String request = "";
            String number = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("CSeq:")) {
                    number = line;
                } else if (line.startsWith("Authorization:")) {
                    logins.add(line);
                } else if (line.isEmpty()) {
                    boolean open = request.startsWith("OPTIONS") && !asksAtOnce;
                    String answer = open
                            ? "RTSP/1.0 200 OK\r\n" + number + "\r\nPublic: OPTIONS, DESCRIBE, SETUP, PLAY\r\n\r\n"
                            : "RTSP/1.0 401 Unauthorized\r\n" + number + "\r\nWWW-Authenticate: " + asks + "\r\n\r\n";
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    request = "";
                } else if (request.isEmpty()) {
                    request = line;
                }
            }
        } catch (IOException _) {
            // hung up
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'Basic realm=\"c\"', false",
        "'Basic realm=\"c\"', true",
        "'Digest realm=\"c\", nonce=\"n\"', false",
        "'Digest realm=\"c\", nonce=\"n\"', true"
    })
    void wrongCredentialsLeaveTheHouseOnce(String asks, boolean atOnce) throws InterruptedException {
        FfmpegReader reader = new FfmpegReader();
        Assumptions.assumeTrue(reader.isThere(), "no FFmpeg for this machine");
        this.asks = asks;
        asksAtOnce = atOnce;
        BlockingQueue<Picture.Fault> told = new LinkedBlockingQueue<>();
        FetchedStream stream =
                new FetchedStream("rtsp://user:wrong@127.0.0.1:" + camera.getLocalPort() + "/camera", null);
        threads.execute(() -> reader.read(stream, new FetchedStream.Ears() {
            @Override
            public void opened() {}

            @Override
            public void ended(Picture.Fault why) {
                told.add(why);
            }
        }));
        assertThat(told.poll(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS))
                .isEqualTo(Picture.Fault.REFUSED);
        assertThat(logins).hasSize(1);
    }
}
