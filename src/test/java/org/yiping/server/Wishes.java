package org.yiping.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    /// What a recogniser saw, and how sure it was.
    @SuppressWarnings("unchecked")
    public static Map<String, Object> alarm(String id, double[] at, double confidence) {
        Map<String, Object> report = report(id, at, null);
        Map<String, Object> intake = (Map<String, Object>) ((Map<String, Object>) report.get("payload")).get("intake");
        intake.put("source", "alarm");
        intake.put("confidence", confidence);
        return report;
    }

    /// The same report of another class.
    @SuppressWarnings("unchecked")
    public static Map<String, Object> ofClass(Map<String, Object> report, String code) {
        Map<String, Object> intake = (Map<String, Object>) ((Map<String, Object>) report.get("payload")).get("intake");
        Map<String, Object> subject = new LinkedHashMap<>((Map<String, Object>) intake.get("subject"));
        subject.put("classCode", code);
        intake.put("subject", subject);
        return report;
    }

    public static Map<String, Object> decide(String id, String rule, boolean go) {
        return command("decidePlan", id, 0, null, Map.of("rule", rule, "go", go, "reason", ""));
    }

    public static Map<String, Object> acknowledge(String id, String step) {
        return command("acknowledge", id, 0, null, Map.of("step", step));
    }

    /// With files as `id phase` or `id phase pairOf`.
    public static Map<String, Object> note(String id, String text, String... files) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (String file : files) {
            String[] parts = file.split(" ");
            Map<String, Object> one = new LinkedHashMap<>(Map.of("fileId", parts[0], "phase", parts[1]));
            if (parts.length > 2) {
                one.put("pairOf", parts[2]);
            }
            all.add(one);
        }
        return command("addNote", id, 0, null, Map.of("text", text, "files", all));
    }

    public static Map<String, Object> assist(String id, String department) {
        return command("askAssistance", id, 0, null, Map.of("department", department, "what", "清淤"));
    }

    public static Map<String, Object> reportBack(String id) {
        return command("reportBack", id, 0, null, Map.of("text", "已清淤"));
    }

    public static Map<String, Object> tick(String id, String step, boolean done) {
        return command("tickStep", id, 0, null, Map.of("step", step, "done", done));
    }

    public static Map<String, Object> print(String id, String form) {
        return command("notePrint", id, 0, null, Map.of("form", form));
    }

    public static Map<String, Object> handOver(String id, Instant since) {
        return command("handOver", id, 0, null, Map.of("since", since.toString(), "note", "钥匙在柜里"));
    }

    public static Map<String, Object> takeOver(String id) {
        return command("takeOver", id, 0, null, Map.of("note", "收到"));
    }

    /// From a day ago on for a week.
    public static Map<String, Object> campaign(String id, List<String> classes, List<String> areas) {
        Instant from = Instant.now().minus(Duration.ofDays(1));
        Map<String, Object> bounds = Map.of(
                "classes",
                classes,
                "areas",
                areas,
                "from",
                from.toString(),
                "until",
                from.plus(Duration.ofDays(7)).toString());
        return command(
                "planCampaign",
                id,
                0,
                null,
                Map.of("name", "暴露垃圾专项整治", "goal", "一周内清零", "bounds", bounds, "lead", "d1"));
    }

    public static Map<String, Object> endCampaign(String id, String summary) {
        return command("endCampaign", id, 0, null, Map.of("summary", summary));
    }

    public static Map<String, Object> called(String id, String department, boolean reached) {
        return command("noteCall", id, 0, null, Map.of("department", department, "reached", reached, "note", "值班电话"));
    }

    public static Map<String, Object> halt(String rule, boolean halt) {
        return command("haltRule", rule, 0, null, Map.of("halt", halt, "reason", halt ? "现场有变" : ""));
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
