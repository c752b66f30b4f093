package org.yiping.console.video;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/// Starts decoder children: this program's own Java and class path, and little memory, because pictures are not on its
/// heap. What a child logs goes to this process's standard error.
record ChildLaunch(Path folder) implements DecoderChild.Launch {
    private static final String MAIN = "org.yiping.console.video.Main";

    /// Where more is decoded than the machine can, pictures give way and not the windows.
    private static final List<String> YIELDING =
            Files.isExecutable(Path.of("/usr/bin/nice")) ? List.of("/usr/bin/nice", "-n", "10") : List.of();

    @Override
    public DecoderChild.Running start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(folder)).redirectError(ProcessBuilder.Redirect.INHERIT);
        // The C library gives each of libvlc's many threads a heap of its own, up to eight a core, and keeps them.
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        return new Child(builder.start());
    }

    private static List<String> command(Path folder) {
        List<String> words = new ArrayList<>(YIELDING);
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of(
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // What cameras that were closed leave to the C library goes back to the system (docs/benchmarks.md).
                "-XX:TrimNativeHeapInterval=10000",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // Of a crash the log is enough; and it does not belong among the news.
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:ErrorFile=" + Path.of(System.getProperty("java.io.tmpdir"), "yiping-decoder-%p.log"),
                // Where FFmpeg is unpacked, once for all; a folder of the user's own, since code is loaded from it.
                "-Dorg.bytedeco.javacpp.cachedir="
                        + Path.of(System.getProperty("user.home"), ".cache", "yiping", "native"),
                "-Dfile.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                MAIN,
                folder.toString()));
        return words;
    }

    private record Child(Process process) implements DecoderChild.Running {
        @Override
        public OutputStream orders() {
            return process.getOutputStream();
        }

        @Override
        public InputStream news() {
            return process.getInputStream();
        }

        @Override
        public Duration worked() {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }

        @Override
        public OptionalLong memory() {
            return Resident.of(process.pid());
        }

        @Override
        public CompletableFuture<?> gone() {
            return process.onExit();
        }

        @Override
        public void kill() {
            process.destroyForcibly();
        }
    }
}
