package org.yiping.server.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.Device;
import org.yiping.protocol.Json;

/// The city's video sources by name, as a file lists them. What opens them lies in files beside it that nobody else may
/// read; it is in no row, no answer and no log. Immutable; any thread.
public final class VideoSources implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VideoSources.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration OFTENEST = Duration.ofSeconds(10);
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Map<String, VideoSource> byName;
    private final Map<String, Duration> every;
    private final VideoSource simulated = new SimulatedSource();

    private record Text(List<One> sources) {}

    /// `kind`: list, platform, onvif. `secretFile` holds the token, or the list of addresses and what opens them.
    /// `every` is how often its directory is read.
    private record One(
            String name,
            String kind,
            @Nullable URI url,
            @Nullable String secretFile,
            @Nullable Duration patience,
            @Nullable Duration every,
            @Nullable Map<String, String> paths,
            @Nullable Map<String, String> fields) {}

    private VideoSources(Map<String, VideoSource> byName, Map<String, Duration> every) {
        this.byName = Map.copyOf(byName);
        this.every = Map.copyOf(every);
    }

    /// Without a file there is only what simulates.
    public static VideoSources of(@Nullable Path file, InstantSource clock) {
        if (file == null) {
            return new VideoSources(Map.of(), Map.of());
        }
        Map<String, VideoSource> all = new LinkedHashMap<>();
        Map<String, Duration> every = new HashMap<>();
        try {
            Text text = Json.mapper().readValue(Files.readAllBytes(file), Text.class);
            for (One one : text.sources()) {
                if (one.name() == null || one.kind() == null || all.put(one.name(), source(one, file, clock)) != null) {
                    throw new IllegalArgumentException(file + ": a source needs a name of its own and a kind");
                }
                Duration often = one.every() == null ? EVERY : one.every();
                if (often.compareTo(OFTENEST) < 0) {
                    throw new IllegalArgumentException(file + ": " + one.name() + " is read every 10 seconds at most");
                }
                every.put(one.name(), often);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (tools.jackson.core.JacksonException | NullPointerException e) {
            throw new IllegalArgumentException(file + " lists no video sources", e);
        }
        LOG.info("{} video sources", all.size());
        return new VideoSources(all, every);
    }

    private static VideoSource source(One one, Path file, InstantSource clock) throws IOException {
        String secret = one.secretFile() == null ? null : secret(file, one.secretFile());
        Duration patience = one.patience() == null ? PATIENCE : one.patience();
        return switch (one.kind()) {
            case "list" -> new ListSource(one.name(), ListSource.lines(one.name(), secret == null ? "" : secret));
            case "onvif" ->
                new OnvifSource(
                        one.name(), OnvifSource.lines(one.name(), secret == null ? "" : secret), patience, clock);
            case "platform" -> {
                if (one.url() == null) {
                    throw new IllegalArgumentException(file + ": " + one.name() + " needs a url");
                }
                yield new PlatformSource(
                        one.name(),
                        new PlatformSettings(
                                one.url(),
                                secret == null ? null : secret.strip(),
                                patience,
                                one.paths() == null ? Map.of() : one.paths(),
                                one.fields() == null ? Map.of() : one.fields()),
                        clock);
            }
            default -> throw new IllegalArgumentException(file + ": unknown kind of source " + one.kind());
        };
    }

    /// Refused where others could read it: a secret that everybody has is none.
    private static String secret(Path beside, String name) throws IOException {
        Path file = beside.toAbsolutePath().resolveSibling(name);
        boolean open = Files.getFileStore(file).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        if (open) {
            throw new IllegalArgumentException(file + " holds what opens cameras and may be read by others: chmod 600");
        }
        return Files.readString(file);
    }

    /// All, with how often the directory of each is read.
    public Map<VideoSource, Duration> all() {
        Map<VideoSource, Duration> all = new LinkedHashMap<>();
        byName.forEach((name, source) -> all.put(source, every.getOrDefault(name, EVERY)));
        return all;
    }

    /// Who is asked for this camera; empty where nobody is.
    public Optional<VideoSource> of(Camera camera) {
        Device device = camera.device();
        if (device != null && !device.source().isEmpty()) {
            return Optional.ofNullable(byName.get(device.source()));
        }
        return camera.state().simulated() ? Optional.of(simulated) : Optional.empty();
    }

    /// Ends what is asked just now; sources answer nothing afterwards.
    @Override
    public void close() {
        for (VideoSource source : byName.values()) {
            switch (source) {
                case PlatformSource platform -> platform.close();
                case OnvifSource onvif -> onvif.close();
                default -> {} // holds nothing open
            }
        }
    }
}
