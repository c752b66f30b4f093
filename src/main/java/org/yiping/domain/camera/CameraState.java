package org.yiping.domain.camera;

/// What the platform says of a camera: `online` is its last word, `simulated` marks a made-up picture (模拟).
/// Whether a picture moves is not its to say; the console proves that itself. Immutable; any thread.
public record CameraState(boolean online, boolean simulated) {}
