package org.yiping.simulator.photo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yiping.simulator.play.Deed;

/// Photos taken so far by the id the platform will know them by, the SHA-256 of their content. Confined to one thread.
public final class Album {
    private final PhotoBooth booth = new PhotoBooth();
    private final Map<Deed.Photo, String> ids = new HashMap<>();
    private final Map<String, byte[]> photos = new LinkedHashMap<>();

    /// The photo's id; it is taken where it is not in the album yet.
    public String id(Deed.Photo photo) {
        return ids.computeIfAbsent(photo, p -> {
            byte[] content = booth.photo(p.scene(), p.variant(), p.after());
            String id = sha256(content);
            photos.put(id, content);
            return id;
        });
    }

    public Map<String, byte[]> photos() {
        return Map.copyOf(photos);
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
