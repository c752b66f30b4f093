package org.yiping.console.ui.camera;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.casework.Footage;

/// What was taken from a camera and is in no case yet (证据): its bytes and its facts. `missing` is how much of the time
/// between has no picture; `grain` says in words how many pixels a picture has and of which stream. No record: an array
/// has no equality.
final class Exhibit {
    private final Camera camera;
    private final Footage footage;
    private final byte[] content;
    private final String mediaType;
    private final Duration missing;
    private final String grain;
    private final String sha256;

    /// Computes the hash: not on the FX thread.
    Exhibit(Camera camera, Footage footage, byte[] content, String mediaType, Duration missing, String grain) {
        this.camera = camera;
        this.footage = footage;
        this.content = content;
        this.mediaType = mediaType;
        this.missing = missing;
        this.grain = grain;
        sha256 = hash(content);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Camera camera() {
        return camera;
    }

    Footage footage() {
        return footage;
    }

    byte[] content() {
        return content;
    }

    String mediaType() {
        return mediaType;
    }

    Duration missing() {
        return missing;
    }

    String grain() {
        return grain;
    }

    String sha256() {
        return sha256;
    }

    boolean isClip() {
        return footage.kind().equals(Footage.CLIP);
    }

    Duration length() {
        return Duration.between(footage.from(), footage.until());
    }
}
