package org.yiping.server.video;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.video.Broadcast;

/// A list of addresses (RTSP, HLS …): it plays, says which cameras it has, and does nothing else. Immutable; any
/// thread.
final class ListSource implements VideoSource {
    private static final int CELLS = 3;

    private final String name;
    private final Map<CameraId, Map<String, String>> addresses;

    /// `addresses` by camera and grade.
    ListSource(String name, Map<CameraId, Map<String, String>> addresses) {
        this.name = name;
        this.addresses = addresses;
    }

    /// Lines of camera, grade, address; a heading is passed over. The address is the rest of its line: it may hold
    /// commas.
    static Map<CameraId, Map<String, String>> lines(String source, String text) {
        Map<CameraId, Map<String, String>> all = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String[] cells = line.strip().split(",", CELLS);
            String camera = cells[0].strip();
            if (line.isBlank() || (number == 1 && camera.equals("camera"))) {
                continue;
            }
            boolean fit = cells.length == CELLS
                    && !camera.isEmpty()
                    && (cells[1].strip().equals("main") || cells[1].strip().equals("sub"))
                    && !cells[2].isBlank();
            if (!fit) {
                throw new IllegalArgumentException(
                        "the list of " + source + ", line " + number + ": camera,main|sub,address");
            }
            all.computeIfAbsent(new CameraId(camera), _ -> new HashMap<>()).put(cells[1].strip(), cells[2].strip());
        }
        return all;
    }

    @Override
    public String name() {
        return name;
    }

    /// Which there are, and no more: names and places are for the city's own list to say, and whether they are online
    /// nobody knows who has not looked.
    @Override
    public List<Listed> directory() {
        return addresses.keySet().stream()
                .map(id -> new Listed(id, "", List.of(), null, null, null, Set.of()))
                .toList();
    }

    /// The other grade where this one is not in the list.
    @Override
    public Address play(CameraId camera, String grade, @Nullable Recorded recorded) {
        if (recorded != null) {
            throw new VideoFault("unable");
        }
        Map<String, String> grades = addresses.get(camera);
        if (grades == null) {
            throw new VideoFault("unknown");
        }
        String url = grades.get(grade);
        return new Address(url != null ? url : grades.values().iterator().next(), null, null);
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
