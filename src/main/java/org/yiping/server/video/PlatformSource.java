package org.yiping.server.video;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.Device;
import org.yiping.domain.video.Broadcast;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A media platform that speaks GB/T 28181 to its devices and HTTP with JSON to us. Its answers are as tolerant as
/// devices are: places of 0 and 0, odd words for a status, parents as a path with slashes, 65535 children. What is sent
/// is not done: it answers with a ticket and is asked again; where it says no more, nobody knows more than that it was
/// sent. Any thread.
final class PlatformSource implements VideoSource, AutoCloseable {
    private static final Set<String> FOLDERS = Set.of("200", "215", "216");
    private static final int LONGEST_PATH = 16;

    private final String name;
    private final PlatformSettings settings;
    private final InstantSource clock;
    private final Exchange exchange;

    PlatformSource(String name, PlatformSettings settings, InstantSource clock) {
        this.name = name;
        this.settings = settings;
        this.clock = clock;
        this.exchange = new Exchange(settings.patience());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Listed> directory() {
        JsonNode items = call("directory", Map.of()).at(settings.field("items"));
        Map<String, JsonNode> all = new HashMap<>();
        items.forEach(i -> all.put(text(i, "id"), i));
        List<Listed> listed = new ArrayList<>();
        for (JsonNode item : items) {
            String id = text(item, "id");
            String type = Device.type(id);
            boolean folder = id.length() <= 8 || FOLDERS.contains(type); // administrative nodes have 2 to 8 digits
            if (!id.isBlank() && id.length() <= 64 && !folder) {
                listed.add(listed(id, item, all));
            }
        }
        return listed;
    }

    private Listed listed(String id, JsonNode item, Map<String, JsonNode> all) {
        double longitude = item.at(settings.field("longitude")).asDouble(0);
        double latitude = item.at(settings.field("latitude")).asDouble(0);
        boolean placed = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && (longitude != 0 || latitude != 0);
        return new Listed(
                new CameraId(id),
                text(item, "name").isBlank() ? id : text(item, "name"),
                parents(item, all),
                placed ? Double.valueOf(longitude) : null,
                placed ? Double.valueOf(latitude) : null,
                CameraState.told(text(item, "status")),
                abilities(Device.type(id), item));
    }

    /// What the device can do, as far as this platform lets it be asked for.
    private Set<String> abilities(String type, JsonNode item) {
        Set<String> all = new HashSet<>();
        String turns = text(item, "turns");
        if (turns.equals("1") || turns.equals("4")) { // dome, remote-controlled bullet
            all.add(Device.PTZ);
            all.add(Device.PRESETS);
        }
        boolean speaker = type.equals(Device.LOUDSPEAKER);
        if (offers("speak") && (speaker || says(item, "speaks"))) {
            all.add(Device.SPEAKER);
        }
        if (offers("playback") && !speaker) {
            all.add(Device.PLAYBACK);
        }
        if (type.equals(Device.MOBILE) || says(item, "moves")) {
            all.add(Device.MOVES);
        }
        return all;
    }

    private boolean offers(String call) {
        return settings.path(call) != null;
    }

    private boolean says(JsonNode item, String field) {
        return Boolean.TRUE.equals(CameraState.told(text(item, field)));
    }

    /// The last part of a path is the parent; a ring of parents ends where it begins.
    private List<String> parents(JsonNode item, Map<String, JsonNode> all) {
        Deque<String> names = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        String parent = parent(item);
        while (!parent.isEmpty() && seen.add(parent) && names.size() < LONGEST_PATH) {
            JsonNode above = all.get(parent);
            if (above == null) {
                break;
            }
            names.addFirst(text(above, "name").isBlank() ? parent : text(above, "name"));
            parent = parent(above);
        }
        return List.copyOf(names);
    }

    private String parent(JsonNode item) {
        String path = text(item, "parent").strip();
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    @Override
    public Address play(CameraId camera, String grade, @Nullable Recorded recorded) {
        Map<String, String> with = new HashMap<>(Map.of("camera", camera.value(), "grade", grade));
        if (recorded != null) {
            with.put("from", recorded.from().toString());
            with.put("until", recorded.until().toString());
        }
        JsonNode answer = call(recorded == null ? "play" : "playback", with);
        String url = answer.at(settings.field("url")).asString("");
        if (url.isBlank()) {
            throw new VideoFault("unknown");
        }
        long seconds = answer.at(settings.field("expires")).asLong(0);
        Instant until = seconds > 0 ? clock.instant().plusSeconds(seconds) : null;
        String session = answer.at(settings.field("session")).asString("");
        return new Address(url, until, session.isEmpty() ? null : session);
    }

    @Override
    public void stop(CameraId camera, Address address) {
        if (settings.path("stop") != null && address.session() != null) {
            call("stop", Map.of("camera", camera.value(), "session", address.session()));
        }
    }

    @Override
    public Told move(CameraId camera, Motion motion) {
        return told(call(
                "move",
                Map.of(
                        "camera",
                        camera.value(),
                        "pan",
                        speed(motion.pan()),
                        "tilt",
                        speed(motion.tilt()),
                        "zoom",
                        speed(motion.zoom()))));
    }

    /// -100 to 100.
    private static String speed(double part) {
        return String.format(Locale.ROOT, "%d", Math.round(part * 100));
    }

    @Override
    public Told preset(CameraId camera, Preset preset) {
        return told(call(
                "preset",
                Map.of(
                        "camera",
                        camera.value(),
                        "act",
                        preset.act(),
                        "number",
                        Integer.toString(preset.number()),
                        "name",
                        preset.name())));
    }

    @Override
    public List<Preset> presets(CameraId camera) {
        List<Preset> presets = new ArrayList<>();
        call("presets", Map.of("camera", camera.value()))
                .at(settings.field("items"))
                .forEach(i -> presets.add(
                        new Preset("call", i.at(settings.field("number")).asInt(0), text(i, "name"))));
        return presets;
    }

    @Override
    public Told speak(CameraId camera, Broadcast.Words words) {
        return told(call(
                "speak",
                Map.of(
                        "camera",
                        camera.value(),
                        "text",
                        words.text(),
                        "volume",
                        Integer.toString(words.volume()),
                        "repeats",
                        Integer.toString(words.repeats()))));
    }

    @Override
    public Told ask(String ticket) {
        return told(call("ask", Map.of("ticket", ticket)), ticket);
    }

    private Told told(JsonNode answer) {
        String ticket = answer.at(settings.field("ticket")).asString("");
        return told(answer, settings.path("ask") == null ? "" : ticket); // without a way to ask it is of no use
    }

    /// Done only where the platform says so.
    private Told told(JsonNode answer, String ticket) {
        String state = answer.at(settings.field("state")).asString("").toLowerCase(Locale.ROOT);
        return switch (state) {
            case "done", "ok", "success" -> Told.done();
            case "failed", "fail", "error" -> Told.failed("failed");
            case "timeout" -> Told.failed(state);
            default -> ticket.isEmpty() ? Told.sent() : Told.pending(ticket);
        };
    }

    /// Our credentials refused are not tried again by themselves: whoever asks next time asks once.
    private JsonNode call(String what, Map<String, String> with) {
        String path = settings.path(what);
        if (path == null) {
            throw new VideoFault("unable");
        }
        String filled = path;
        for (Map.Entry<String, String> e : with.entrySet()) {
            filled = filled.replace(
                    "{" + e.getKey() + "}",
                    URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8).replace("+", "%20"));
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(settings.url() + filled)).header("Accept", "application/json");
        if (settings.token() != null) {
            request.header("Authorization", "Bearer " + settings.token());
        }
        Exchange.Answer answer = exchange.send(request.GET());
        return switch (answer.status()) {
            case 200 -> judged(answer.text());
            case 401, 403 -> throw new VideoFault("refused");
            case 404 -> throw new VideoFault("unknown");
            default -> throw new VideoFault("silent");
        };
    }

    /// Many platforms answer 200 and say in the body that it went wrong.
    private JsonNode judged(String body) {
        JsonNode answer;
        try {
            answer = Json.mapper().readTree(body);
        } catch (JacksonException e) {
            throw new VideoFault("silent");
        }
        String code = answer.at(settings.field("code")).asString("0");
        return switch (code) {
            case "0", "200", "true" -> answer;
            case "401", "403" -> throw new VideoFault("refused");
            case "404" -> throw new VideoFault("unknown");
            case "410", "486", "offline" -> throw new VideoFault("offline");
            default -> throw new VideoFault("silent");
        };
    }

    private String text(JsonNode item, String field) {
        return item.at(settings.field(field)).asString("");
    }

    @Override
    public void close() {
        exchange.close();
    }
}
