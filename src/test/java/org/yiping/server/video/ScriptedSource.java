package org.yiping.server.video;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.video.Broadcast;

/// A source that answers what a test says.
public final class ScriptedSource implements VideoSource {
    public final List<String> asked = new ArrayList<>();
    public Told next = Told.done();
    public List<Listed> listed = List.of();
    public @Nullable String fault;

    private final String name;

    public ScriptedSource(String name) {
        this.name = name;
    }

    private <T> T answer(T answer) {
        if (fault != null) {
            throw new VideoFault(fault);
        }
        return answer;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Listed> directory() {
        return answer(listed);
    }

    @Override
    public Address play(CameraId camera, String grade, @Nullable Recorded recorded) {
        return answer(new Address("http://media/" + camera.value(), null, null));
    }

    @Override
    public void stop(CameraId camera, Address address) {}

    @Override
    public Told move(CameraId camera, Motion motion) {
        return answer(next);
    }

    @Override
    public Told preset(CameraId camera, Preset preset) {
        return answer(next);
    }

    @Override
    public List<Preset> presets(CameraId camera) {
        return answer(List.of());
    }

    @Override
    public Told speak(CameraId camera, Broadcast.Words words) {
        return answer(next);
    }

    @Override
    public Told ask(String ticket) {
        asked.add(ticket);
        return answer(next);
    }
}
