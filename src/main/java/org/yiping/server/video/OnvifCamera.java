package org.yiping.server.video;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One camera of an ONVIF device: what it can be asked (Profile S: profiles, stream addresses, turning), in the ways
/// devices really answer. Any thread.
final class OnvifCamera {
    private static final String MEDIA = "http://www.onvif.org/ver10/media/wsdl";
    private static final String PTZ = "http://www.onvif.org/ver20/ptz/wsdl";
    private static final String SCHEMA = "http://www.onvif.org/ver10/schema";
    private static final String MEDIA_PATH = "/onvif/media_service";
    private static final int MOST_PRESETS = 255;

    private final OnvifDevice device;
    private final String channel;
    private final OnvifDevice.Login viewer;
    private volatile @Nullable Known known;
    private volatile boolean turning;
    /// A device stops by itself then, should nobody be left to tell it.
    private volatile String timeout = "<Timeout>PT3S</Timeout>";

    /// What does not change while it runs. `ptz` is empty where it does not turn.
    private record Known(String media, String ptz, List<Profile> profiles) {}

    private record Profile(String token, int pixels, boolean plain, boolean turns) {}

    /// `channel` is the token of one of several video sources, empty for the first; `viewer` is the account that stands
    /// in addresses of its stream.
    OnvifCamera(OnvifDevice device, String channel, OnvifDevice.Login viewer) {
        this.device = device;
        this.channel = channel;
        this.viewer = viewer;
    }

    /// Whether it turns; asks the device anew.
    boolean look() {
        known = null;
        return !known().ptz().isEmpty();
    }

    /// Manufacturer, model and firmware, for the log.
    String information() {
        SoapXml answer = asked(() -> device.ask("<GetDeviceInformation xmlns=\"" + OnvifSource.DEVICE + "\"/>"));
        return answer.text("Manufacturer") + " " + answer.text("Model") + " " + answer.text("FirmwareVersion");
    }

    private Known known() {
        Known now = known;
        if (now == null) {
            SoapXml services = asked(() -> device.ask("<GetCapabilities xmlns=\"" + OnvifSource.DEVICE
                    + "\"><Category>All</Category></GetCapabilities>"));
            String media = path(services, "Media").orElse(MEDIA_PATH);
            List<Profile> profiles = profiles(media);
            String ptz = profiles.stream().anyMatch(Profile::turns)
                    ? path(services, "PTZ").orElse("")
                    : "";
            now = new Known(media, ptz, profiles);
            known = now;
        }
        return now;
    }

    private static Optional<String> path(SoapXml services, String service) {
        return services.find(service)
                .map(s -> s.text("XAddr"))
                .filter(a -> !a.isEmpty())
                .flatMap(OnvifCamera::pathOf);
    }

    private static Optional<String> pathOf(String address) {
        try {
            String path = URI.create(address).getRawPath();
            return Optional.ofNullable(path).filter(p -> !p.isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Those of its channel that bring a picture, the largest first. One without an encoder of video brings none.
    private List<Profile> profiles(String media) {
        SoapXml answer = asked(() -> device.ask(media, "<GetProfiles xmlns=\"" + MEDIA + "\"/>"));
        List<SoapXml> all = answer.all("Profiles");
        String wanted = channel.isEmpty()
                ? all.stream().map(p -> p.text("SourceToken")).findFirst().orElse("")
                : channel;
        List<Profile> profiles = new ArrayList<>();
        for (SoapXml p : all) {
            Optional<SoapXml> encoder = p.find("VideoEncoderConfiguration");
            if (encoder.isPresent() && p.text("SourceToken").equals(wanted)) {
                SoapXml e = encoder.get();
                boolean still = e.text("Encoding").toUpperCase(Locale.ROOT).equals("JPEG");
                profiles.add(new Profile(
                        p.attribute("token"),
                        e.number("Width") * e.number("Height"),
                        !still,
                        p.find("PTZConfiguration").isPresent()));
            }
        }
        profiles.removeIf(p -> p.token().isEmpty());
        profiles.sort(Comparator.comparing(Profile::plain)
                .thenComparingInt(Profile::pixels)
                .reversed());
        return profiles;
    }

    /// The largest for the main grade, the smallest for the other; JPEG only where there is nothing else.
    String address(String grade) {
        Known k = known();
        List<Profile> usable = k.profiles().stream().anyMatch(Profile::plain)
                ? k.profiles().stream().filter(Profile::plain).toList()
                : k.profiles();
        if (usable.isEmpty()) {
            throw new VideoFault("unknown");
        }
        Profile profile = grade.equals("main") ? usable.getFirst() : usable.getLast();
        SoapXml answer = asked(() -> device.ask(
                k.media(),
                "<GetStreamUri xmlns=\"" + MEDIA + "\"><StreamSetup><Stream xmlns=\"" + SCHEMA
                        + "\">RTP-Unicast</Stream><Transport xmlns=\"" + SCHEMA
                        + "\"><Protocol>RTSP</Protocol></Transport></StreamSetup><ProfileToken>"
                        + OnvifDevice.escaped(profile.token()) + "</ProfileToken></GetStreamUri>"));
        return ours(answer.text("Uri"));
    }

    /// Its own path at the host we know, opened by the viewer's account alone.
    private String ours(String told) {
        URI uri;
        try {
            uri = URI.create(told.replace(" ", "%20"));
        } catch (IllegalArgumentException e) {
            throw new VideoFault("unknown");
        }
        if (uri.getScheme() == null
                || !Set.of("rtsp", "rtsps").contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
            throw new VideoFault("unknown");
        }
        String login = viewer.user().isEmpty()
                ? ""
                : OnvifSource.encoded(viewer.user()) + ":" + OnvifSource.encoded(viewer.password()) + "@";
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + login + device.host() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + path
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    void move(VideoSource.Motion motion) {
        turning = true; // before it is sent: what was sent and not answered turns all the same
        String velocity = String.format(
                Locale.ROOT,
                "<Velocity><PanTilt xmlns=\"%s\" x=\"%.3f\" y=\"%.3f\"/><Zoom xmlns=\"%s\" x=\"%.3f\"/></Velocity>",
                SCHEMA,
                motion.pan(),
                motion.tilt(),
                SCHEMA,
                motion.zoom());
        String limit = timeout;
        try {
            turn("ContinuousMove", velocity + limit);
        } catch (OnvifDevice.Declined e) {
            if (limit.isEmpty()) {
                throw new VideoFault("unable");
            }
            timeout = ""; // some take none
            declinedIsUnable(() -> turn("ContinuousMove", velocity));
        }
    }

    /// Some call a stop of what stands a fault. Of what may be turning it is one.
    void stop() {
        try {
            turn("Stop", "<PanTilt>true</PanTilt><Zoom>true</Zoom>");
        } catch (OnvifDevice.Declined e) {
            if (turning) {
                throw new VideoFault("unable");
            }
        }
        turning = false;
    }

    List<VideoSource.Preset> presets() {
        List<VideoSource.Preset> presets = new ArrayList<>();
        tokens().forEach((number, preset) -> presets.add(new VideoSource.Preset("call", number, preset.text("Name"))));
        return presets;
    }

    /// By number: its token where that is one, else the lowest that is free.
    private SortedMap<Integer, SoapXml> tokens() {
        List<SoapXml> all = declinedIsUnable(() -> turn("GetPresets", "")).all("Preset");
        TreeMap<Integer, SoapXml> numbered = new TreeMap<>();
        List<SoapXml> others = new ArrayList<>();
        for (SoapXml p : all) {
            String token = p.attribute("token");
            if (!token.matches("[1-9][0-9]{0,2}") || Integer.parseInt(token) > MOST_PRESETS) {
                others.add(p);
            } else {
                numbered.put(Integer.parseInt(token), p);
            }
        }
        int free = 1;
        for (SoapXml p : others) {
            while (numbered.containsKey(free)) {
                free++;
            }
            if (free <= MOST_PRESETS) {
                numbered.put(free, p);
            }
        }
        return numbered;
    }

    /// A new one gets the token the device gives it, so it may be listed under another number.
    VideoSource.Told preset(VideoSource.Preset preset) {
        SoapXml there = tokens().get(preset.number());
        if (there == null && !preset.act().equals("set")) {
            return VideoSource.Told.failed("no-preset");
        }
        String token =
                there == null ? "" : "<PresetToken>" + OnvifDevice.escaped(there.attribute("token")) + "</PresetToken>";
        String name = "<PresetName>" + OnvifDevice.escaped(preset.name()) + "</PresetName>";
        declinedIsUnable(() -> switch (preset.act()) {
            case "set" -> turn("SetPreset", name + token);
            case "delete" -> turn("RemovePreset", token);
            default -> turn("GotoPreset", token);
        });
        return VideoSource.Told.done();
    }

    private SoapXml turn(String what, String with) {
        Known k = known();
        if (k.ptz().isEmpty()) {
            throw new VideoFault("unable");
        }
        String profile = k.profiles().stream()
                .filter(Profile::turns)
                .map(Profile::token)
                .findFirst()
                .orElse("");
        return device.ask(
                k.ptz(),
                "<" + what + " xmlns=\"" + PTZ + "\"><ProfileToken>" + OnvifDevice.escaped(profile) + "</ProfileToken>"
                        + with + "</" + what + ">");
    }

    private interface Asking {
        SoapXml now();
    }

    /// What it declines it does not have: it may be another device by now, so it is looked at anew next time.
    private SoapXml asked(Asking asking) {
        try {
            return asking.now();
        } catch (OnvifDevice.Declined e) {
            known = null;
            throw new VideoFault("unknown");
        }
    }

    private static SoapXml declinedIsUnable(Asking asking) {
        try {
            return asking.now();
        } catch (OnvifDevice.Declined e) {
            throw new VideoFault("unable");
        }
    }
}
