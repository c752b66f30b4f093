package org.yiping.domain.camera;

/// One way to a camera's picture. `grade` is `main` or `sub`; `url` any address the player understands
/// (HTTP-TS, HLS, file …); width and height in pixels, rate in frames a second, as declared. Immutable; any thread.
public record CameraStream(String grade, String url, int width, int height, double framesPerSecond) {
    /// The grade of what was recorded: it tells nothing of the camera now, and no other address is as good.
    public static final String RECORDED = "recorded";

    /// The grade of what this console kept of a live stream and plays again.
    public static final String KEPT = "kept";

    /// Whether it plays what was and can be held: what the platform recorded, or what was kept here. A camera
    /// that is listed with a file for its address plays it as any other stream.
    public boolean past() {
        return grade.equals(RECORDED) || grade.equals(KEPT);
    }

    /// Without the address, which may carry what opens the picture.
    @Override
    public String toString() {
        return "CameraStream[" + grade + ' ' + width + '×' + height + ']';
    }
}
