package org.yiping.console.video;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.co.caprica.vlcj.factory.MediaPlayerFactory;

/// A decoder child: the process in which foreign pictures are decoded, so that what crashes a decoder does not take
/// the console along. Argument: the folder of the shared pictures.
///
/// It ends with its console, whether that says so or is killed: then it clears the folder, which nobody else will.
final class Main {
    private static final Logger log = LoggerFactory.getLogger(Main.class);
    private static final long BEAT_MILLIS = 500;

    private Main() {}

    public static void main(String[] args) {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        // Whatever else writes to standard output would be taken for news.
        System.setOut(System.err);
        DecoderHost host = new DecoderHost(System.in, out);
        ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
        var _ = beats.scheduleAtFixedRate(() -> host.tell(new News.Beat()), 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        int status = 0;
        try {
            if (!serve(host)) {
                FrameFolder.clear(Path.of(args[0]));
            }
        } catch (IOException | RuntimeException e) {
            log.error("a decoder ends", e);
            status = 1;
        }
        // Without waiting for libvlc, whose players may be stuck: the system takes back what they hold.
        Runtime.getRuntime().halt(status);
    }

    private static boolean serve(DecoderHost host) throws IOException {
        MediaPlayerFactory factory;
        try {
            factory = VlcOpening.factory();
            host.tell(new News.Ready(factory.application().version()));
        } catch (LinkageError | RuntimeException e) {
            // vlcj says "not there", "too old" and "no plugins" by one or the other.
            return host.serveNothing(String.valueOf(e.getMessage()));
        }
        ExecutorService calls = Executors.newCachedThreadPool();
        return host.serve(new VlcDecoders(factory, calls, InstantSource.system()));
    }
}
