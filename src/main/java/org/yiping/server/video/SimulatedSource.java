package org.yiping.server.video;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.video.Broadcast;

/// Plays the part of a platform for simulated cameras: it takes what it is asked and keeps presets in memory; the
/// simulator's pictures have addresses of their own. Any thread.
public final class SimulatedSource implements VideoSource {
    private final Map<CameraId, Map<Integer, Preset>> presets = new ConcurrentHashMap<>();
    private final Map<CameraId, Long> heard = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "simulator";
    }

    @Override
    public List<Listed> directory() {
        return List.of();
    }

    @Override
    public Address play(CameraId camera, String grade, @Nullable Recorded recorded) {
        throw new VideoFault("unable");
    }

    @Override
    public void stop(CameraId camera, Address address) {
        // nothing was begun
    }

    @Override
    public Told move(CameraId camera, Motion motion) {
        return Told.done();
    }

    @Override
    public Told preset(CameraId camera, Preset preset) {
        Map<Integer, Preset> own = presets.computeIfAbsent(camera, _ -> new ConcurrentHashMap<>());
        return switch (preset.act()) {
            case "set" -> {
                own.put(preset.number(), new Preset("call", preset.number(), preset.name()));
                yield Told.done();
            }
            case "delete" -> {
                own.remove(preset.number());
                yield Told.done();
            }
            default -> own.containsKey(preset.number()) ? Told.done() : Told.failed("no-preset");
        };
    }

    @Override
    public List<Preset> presets(CameraId camera) {
        List<Preset> all =
                new ArrayList<>(presets.getOrDefault(camera, Map.of()).values());
        all.sort(Comparator.comparingInt(Preset::number));
        return all;
    }

    @Override
    public Told speak(CameraId camera, Broadcast.Words words) {
        return Told.done();
    }

    /// Takes and counts what is said; there is no loudspeaker.
    @Override
    public Voice talk(CameraId camera, int volume) {
        return new Voice() {
            @Override
            public boolean isSimulated() {
                return true;
            }

            @Override
            public void hand(byte[] alaw) {
                heard.merge(camera, (long) alaw.length, Long::sum);
            }

            @Override
            public Told end() {
                return Told.done();
            }
        };
    }

    /// Bytes of sound that were said through a camera since the start.
    long heard(CameraId camera) {
        return heard.getOrDefault(camera, 0L);
    }

    @Override
    public Told ask(String ticket) {
        throw new VideoFault("unknown");
    }
}
