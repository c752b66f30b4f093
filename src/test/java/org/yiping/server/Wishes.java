package org.yiping.server;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Bodies of commands as a client writes them.
public final class Wishes {
    private Wishes() {}

    public static Map<String, Object> report(String id, double[] at) {
        return report(id, at, null);
    }

    /// With a caller whose name and phone are personal.
    public static Map<String, Object> call(String id, double[] at) {
        return report(id, at, Map.of("name", "张小明", "phone", "13812341234", "callBack", true, "masked", false));
    }

    private static Map<String, Object> report(String id, double[] at, Map<String, Object> caller) {
        Map<String, Object> intake = new LinkedHashMap<>();
        intake.put(
                "subject",
                Map.of("kind", "event", "classCode", "E-0110", "severity", "ORDINARY", "description", "路边暴露垃圾"));
        intake.put("place", Map.of("position", Map.of("longitude", at[0], "latitude", at[1]), "address", "一号路"));
        intake.put("source", caller == null ? "collector" : "hotline");
        if (caller != null) {
            intake.put("caller", caller);
        }
        intake.put("simulated", true);
        return command(
                "reportCase",
                id,
                0,
                null,
                Map.of("action", caller == null ? "report" : "register", "intake", intake, "photos", List.of()));
    }

    public static Map<String, Object> act(String id, String action, long basedOn, Map<String, Object> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("photos", List.of());
        return command("actOnCase", id, basedOn, null, Map.of("action", action, "fields", all));
    }

    public static Map<String, Object> review(String id, String verdict) {
        return command("reviewCase", id, 0, null, Map.of("verdict", verdict, "note", "看过"));
    }

    public static Map<String, Object> command(
            String type, String target, long basedOn, Instant expiresAt, Map<String, Object> payload) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("target", target);
        body.put("basedOn", basedOn);
        if (expiresAt != null) {
            body.put("expiresAt", expiresAt.toString());
        }
        body.put("payload", payload);
        return body;
    }
}
