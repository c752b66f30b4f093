package org.yiping.simulator.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.domain.camera.CameraStream;

class CameraStreamsTest {
    private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private CameraStreams streams;

    @BeforeEach
    void open() throws IOException {
        streams = CameraStreams.open(0, connections, timer, System::nanoTime);
    }

    @AfterEach
    void close() {
        streams.close();
        timer.shutdownNow();
        connections.shutdownNow();
    }

    @Test
    void aCameraIsAWholeStreamOverHttp() throws IOException {
        for (CameraStream stream : streams.streams(346)) {
            HttpURLConnection connection = connect(URI.create(stream.url()));
            assertThat(connection.getResponseCode()).isEqualTo(200);
            assertThat(connection.getContentType()).isEqualTo("video/mp2t");
            TsReader reader = new TsReader();
            try (InputStream in = connection.getInputStream()) {
                reader.read(in.readNBytes(188 * 120));
            }
            assertThat(reader.faults).isEmpty();
            assertThat(reader.pids).startsWith(0, 4096, 256);
            connection.disconnect();
        }
    }

    @Test
    void workEndsWhenTheLastViewerLeft() throws IOException {
        assertThat(streams.isWorking()).isFalse();
        HttpURLConnection connection = connect(streams.uri("/camera/3.ts"));
        try (InputStream in = connection.getInputStream()) {
            assertThat(in.readNBytes(188)).hasSize(188);
            assertThat(streams.viewers()).isEqualTo(1);
            assertThat(streams.isWorking()).isTrue();
        }
        connection.disconnect();
        await(() -> !streams.isWorking());
        assertThat(streams.viewers()).isZero();
    }

    @Test
    void whatIsNotThereIs404() throws IOException {
        for (String path : new String[] {"/dead", "/", "/camera/x.ts", "/camera/1234567.ts"}) {
            assertThat(connect(streams.uri(path)).getResponseCode()).isEqualTo(404);
        }
        assertThat(streams.isWorking()).isFalse();
    }

    @Test
    void aCutStreamEnds() throws IOException {
        HttpURLConnection connection = connect(streams.uri("/cut?after=1"));
        TsReader reader = new TsReader();
        try (InputStream in = connection.getInputStream()) {
            reader.read(in.readAllBytes());
        }
        assertThat(reader.shown).hasSize(15);
        assertThat(reader.faults).isEmpty();
    }

    @Test
    void garbageIsNoStream() throws IOException {
        HttpURLConnection connection = connect(streams.uri("/garbage"));
        TsReader reader = new TsReader();
        try (InputStream in = connection.getInputStream()) {
            reader.read(in.readNBytes(188 * 16));
        }
        connection.disconnect();
        assertThat(reader.faults).isNotEmpty();
    }

    private static HttpURLConnection connect(URI uri) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout(3_000);
        connection.setReadTimeout(5_000);
        return connection;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
