package org.yiping.console.video;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.co.caprica.vlcj.factory.MediaPlayerFactory;
import uk.co.caprica.vlcj.factory.discovery.NativeDiscovery;
import uk.co.caprica.vlcj.factory.discovery.strategy.LinuxNativeDiscoveryStrategy;
import uk.co.caprica.vlcj.factory.discovery.strategy.NativeDiscoveryStrategy;
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

    private static final Pattern LIBRARY = Pattern.compile("libvlc\\.(?:so(?:\\.\\d+)*|dll|dylib)");

    /// vlcj 4 knows no other: of libvlc 4 half of what it calls is gone or means something else.
    private static final Pattern FIT = Pattern.compile("3\\.\\d.*");

    private static final String IS = " is libvlc ";
    private static final String UNFIT = ", which is not 3.x";
    /// Its number is said on screens, its name to nobody.
    private static final Pattern OTHER = Pattern.compile(Pattern.quote(IS) + "(\\S+).*" + Pattern.quote(UNFIT));

    private VlcOpening() {}

    static MediaPlayerFactory factory() {
        return factory(
                new LinuxNativeDiscoveryStrategy(),
                new OsxNativeDiscoveryStrategy(),
                new WindowsNativeDiscoveryStrategy());
    }

    /// Looks there; an exception or a linkage error whose message says what is wrong when there is none to be used.
    static MediaPlayerFactory factory(NativeDiscoveryStrategy... ways) {
        String folder = Arrays.stream(ways)
                .filter(NativeDiscoveryStrategy::supported)
                .map(NativeDiscoveryStrategy::discover)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("libvlc is not installed"));
        check(library(folder));
        return new MediaPlayerFactory(new NativeDiscovery(ways), ARGUMENTS);
    }

    private static Path library(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file ->
                            LIBRARY.matcher(file.getFileName().toString()).matches())
                    .min(Comparator.naturalOrder())
                    .orElseThrow(() -> new IllegalStateException("no libvlc in " + folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Before vlcj looks, which of a library of another version says no more than that a function is missing.
    private static void check(Path library) {
        String version;
        try {
            version = NativeLibrary.getInstance(library.toString())
                    .getFunction("libvlc_get_version")
                    .invokeString(new Object[0], false);
        } catch (UnsatisfiedLinkError e) {
            throw new IllegalStateException(library + " cannot be used: " + e.getMessage(), e);
        }
        if (!isFit(version)) {
            throw new IllegalStateException(unfit(library, version));
        }
    }

    static String unfit(Path library, @Nullable String version) {
        return library + IS + version + UNFIT;
    }

    /// The number of the version that was found and cannot be used, out of what a decoder told of why it has none;
    /// empty where it was something else.
    static Optional<String> otherVersion(String told) {
        Matcher m = OTHER.matcher(told);
        return m.find() ? Optional.of(m.group(1)) : Optional.empty();
    }

    static boolean isFit(@Nullable String version) {
        return version != null && FIT.matcher(version).matches();
    }
}
