package org.yiping.console.video;

import java.util.Random;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.co.caprica.vlcj.factory.MediaPlayerFactory;
import uk.co.caprica.vlcj.factory.discovery.NativeDiscovery;
import uk.co.caprica.vlcj.factory.discovery.strategy.LinuxNativeDiscoveryStrategy;
import uk.co.caprica.vlcj.factory.discovery.strategy.OsxNativeDiscoveryStrategy;
import uk.co.caprica.vlcj.factory.discovery.strategy.WindowsNativeDiscoveryStrategy;

/// How libvlc is looked for and opened; a test may fail to find it.
final class VlcOpening {
    private static final Logger log = LoggerFactory.getLogger(VlcOpening.class);

    /// No sound, no subtitles, nothing drawn by libvlc itself; one decoding thread a stream, because there are many
    /// streams; the fastest scaler. Statistics stay on: they tell a still scene from a dead connection.
    private static final String[] ARGUMENTS = {
        "--quiet",
        "--no-audio",
        "--no-spu",
        "--no-osd",
        "--no-video-title-show",
        "--no-xlib",
        "--intf=dummy",
        "--avcodec-threads=1",
        "--swscale-mode=0"
    };

    private VlcOpening() {}

    static MediaPlayerFactory factory() {
        return new MediaPlayerFactory(
                new NativeDiscovery(
                        new OnLinux(), new OsxNativeDiscoveryStrategy(), new WindowsNativeDiscoveryStrategy()),
                ARGUMENTS);
    }

    /// libvlc finds its plugins by where it lies itself. vlcj would write their place into the process's environment,
    /// where the toolkit, starting at the same time, reads: that ended a console in its first second.
    private static final class OnLinux extends LinuxNativeDiscoveryStrategy {
        @Override
        protected boolean setPluginPath(String path) {
            return true;
        }
    }

    static Video open(Video.Means means, Supplier<MediaPlayerFactory> discovery) {
        MediaPlayerFactory factory;
        try {
            factory = discovery.get();
        } catch (LinkageError | RuntimeException e) {
            // vlcj says "not there", "too old" and "no plugins" by one or the other.
            log.warn("no libvlc, cameras will show no picture: {}", e.toString());
            return new Video.Missing(String.valueOf(e.getMessage()));
        }
        String version = factory.application().version();
        log.info("libvlc {}", version);
        Decoders decoders = new VlcDecoders(factory, means.libvlcCalls());
        return new Video.Ready(
                new DecodingPlayer(decoders, means.clock(), means.timer(), new Random(means.seed())), version);
    }
}
