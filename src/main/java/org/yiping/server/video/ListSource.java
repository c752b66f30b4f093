package org.yiping.server.video;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.video.Broadcast;

/// A list of addresses (RTSP, HLS …): it plays and does nothing else. Immutable; any thread.
final class ListSource implements VideoSource {
    private final String name;
    private final Map<String, String> addresses;

    /// `addresses` by camera and grade, apart by a slash.
    ListSource(String name, Map<String, String> addresses) {
        this.name = name;
        this.addresses = Map.copyOf(addresses);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Listed> directory() {
        return List.of();
    }

    /// The other grade where this one is not in the list.
    @Override
    public Address play(CameraId camera, String grade, @Nullable Recorded recorded) {
        if (recorded != null) {
            throw new VideoFault("unable");
        }
        String url = addresses.get(camera.value() + "/" + grade);
        if (url == null) {
            url = addresses.get(camera.value() + "/" + (grade.equals("main") ? "sub" : "main"));
        }
        if (url == null) {
            throw new VideoFault("unknown");
        }
        return new Address(url, null, null);
    }

    @Override
    public void stop(CameraId camera, Address address) {
        // whoever closes the connection has stopped
    }

    @Override
    public Told move(CameraId camera, Motion motion) {
        throw new VideoFault("unable");
    }

    @Override
    public Told preset(CameraId camera, Preset preset) {
        throw new VideoFault("unable");
    }

    @Override
    public List<Preset> presets(CameraId camera) {
        return List.of();
    }

    @Override
    public Told speak(CameraId camera, Broadcast.Words words) {
        throw new VideoFault("unable");
    }

    @Override
    public Told ask(String ticket) {
        throw new VideoFault("unknown");
    }
}
