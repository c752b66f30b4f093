package org.yiping.simulator.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// The simulated cameras with the clips of a benchmark: takes their files, says `ready URL` and serves `/camera/N.ts`
/// until it is ended. A process of its own, so that what it takes of the processor is not the console's.
public final class ClipServer {
    /// A large camera's key pictures are larger than all a small one sends in a second.
    private static final int SEND_BUFFER = 1 << 20;

    private ClipServer() {}

    public static void main(String[] files) throws IOException, InterruptedException {
        List<Clip> clips = new ArrayList<>();
        for (String file : files) {
            clips.add(Clip.read(Files.readAllBytes(Path.of(file))));
        }
        ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        CameraStreams streams = clips.isEmpty()
                ? CameraStreams.open(0, connections, timer, System::nanoTime)
                : CameraStreams.open(0, connections, timer, System::nanoTime, clips, SEND_BUFFER);
        System.out.println("ready " + streams.uri(""));
        Thread.currentThread().join(); // nothing else keeps the process: its readers are virtual threads
    }
}
