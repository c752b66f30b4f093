package org.yiping.console.video;

import uk.co.caprica.vlcj.factory.MediaPlayerFactory;
import uk.co.caprica.vlcj.factory.discovery.NativeDiscovery;
import uk.co.caprica.vlcj.factory.discovery.strategy.LinuxNativeDiscoveryStrategy;
import uk.co.caprica.vlcj.factory.discovery.strategy.OsxNativeDiscoveryStrategy;
import uk.co.caprica.vlcj.factory.discovery.strategy.WindowsNativeDiscoveryStrategy;

/// How libvlc is looked for and opened, in a decoder child.
final class VlcOpening {
    /// No keyring of the desk's: at the first wrong password it is waited for without end, and it would keep cameras'
    /// passwords. No sound, no subtitles, nothing drawn by libvlc itself, no scripts that look at addresses;
    /// one decoding thread a stream, because there are many streams; the fastest scaler. Statistics stay on:
    /// they tell a still scene from a dead connection.
    private static final String[] ARGUMENTS = {
        "--quiet",
        "--no-audio",
        "--no-spu",
        "--no-osd",
        "--no-video-title-show",
        "--no-xlib",
        "--no-lua",
        "--intf=dummy",
        "--keystore=memory",
        "--avcodec-threads=1",
        "--swscale-mode=0"
    };

    private VlcOpening() {}

    static MediaPlayerFactory factory() {
        return new MediaPlayerFactory(
                new NativeDiscovery(
                        new LinuxNativeDiscoveryStrategy(),
                        new OsxNativeDiscoveryStrategy(),
                        new WindowsNativeDiscoveryStrategy()),
                ARGUMENTS);
    }
}
