package org.yiping.server.video;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.video.Broadcast;

/// A source that answers what a test says.
public final class ScriptedSource implements VideoSource {
    public final List<String> asked = new ArrayList<>();
    public Told next = Told.done();
    public List<Listed> listed = List.of();
    public @Nullable String fault;
    public final List<String> stopped = new ArrayList<>();
    public volatile @Nullable String session;
    public @Nullable Instant expiresAt;
    public final AtomicInteger plays = new AtomicInteger();

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
        plays.incrementAndGet();
        return answer(new Address("http://media/" + camera.value(), expiresAt, session));
    }

    @Override
    public void stop(CameraId camera, Address address) {
        stopped.add(camera.value() + " " + address.session());
        answer(address);
    }

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
