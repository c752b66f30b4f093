package org.yiping.server;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.yiping.protocol.Json;

/// The smallest files that say they are a photo, and how to upload one.
public final class Photos {
    private Photos() {}

    /// A JPEG header of 64 × 48 with one byte of its own, so that each has its own hash.
    public static byte[] jpeg(int own) {
        return HexFormat.of()
                .parseHex("ffd8" + "ffe00010" + "4a46494600" + "0101000001000100" + "00"
                        + "fffe0003" + String.format("%02x", own)
                        + "ffc0000b08" + "0030" + "0040" + "01" + "011100"
                        + "ffda0008010100003f00" + "00" + "ffd9");
    }

    public static String sha(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String upload(Platform p, String user, byte[] content) {
        HttpResponse<String> answer = p.send(p.request("/api/v1/files", user)
                .header("Content-Type", "image/jpeg")
                .header("X-Content-SHA256", sha(content))
                .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return Json.mapper().readTree(answer.body()).path("fileId").asString();
    }
}
