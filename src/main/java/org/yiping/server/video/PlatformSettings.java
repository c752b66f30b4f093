package org.yiping.server.video;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a GB/T 28181 media platform is asked: products differ in paths and names and agree in what can be asked. Paths
/// hold `{camera}`, `{grade}`, `{from}`, `{until}`, `{pan}`, `{tilt}`, `{zoom}`, `{act}`, `{number}`, `{ticket}`;
/// `fields` are JSON pointers into answers. `token` stays out of logs. Immutable; any thread.
///
/// Calls: directory, play, stop, playback, move, preset, presets, speak, ask. One without a path is not offered.
record PlatformSettings(
        URI url, @Nullable String token, Duration patience, Map<String, String> paths, Map<String, String> fields) {
    /// As much as is alike in most; a city's own go before.
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("code", "/code"),
            Map.entry("items", "/data"),
            Map.entry("id", "/deviceId"),
            Map.entry("name", "/name"),
            Map.entry("parent", "/parentId"),
            Map.entry("status", "/status"),
            Map.entry("longitude", "/longitude"),
            Map.entry("latitude", "/latitude"),
            Map.entry("turns", "/ptzType"),
            Map.entry("speaks", "/hasSpeaker"),
            Map.entry("moves", "/mobile"),
            Map.entry("url", "/data/url"),
            Map.entry("expires", "/data/expires"),
            Map.entry("session", "/data/session"),
            Map.entry("ticket", "/data/ticket"),
            Map.entry("state", "/data/state"),
            Map.entry("number", "/number"));

    PlatformSettings {
        paths = Map.copyOf(paths);
        fields = Map.copyOf(fields);
    }

    @Nullable
    String path(String call) {
        return paths.get(call);
    }

    String field(String name) {
        return fields.getOrDefault(name, FIELDS.getOrDefault(name, "/" + name));
    }

    @Override
    public String toString() {
        return "PlatformSettings[" + url.getHost() + "]";
    }
}
