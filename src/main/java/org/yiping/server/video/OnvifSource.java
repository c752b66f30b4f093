package org.yiping.server.video;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.Device;
import org.yiping.domain.video.Broadcast;

/// Cameras that are asked themselves, as ONVIF describes it (the ways of Profile S; no conformity is claimed): their
/// addresses come from a list that nobody else may read. Any thread.
final class OnvifSource implements VideoSource, AutoCloseable {
    static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";

    private static final Logger LOG = LoggerFactory.getLogger(OnvifSource.class);
    private static final int LARGEST = 1 << 20;
    private static final int AT_ONCE = 16;
    private static final int CELLS = 7;
    private static final int NAMED = 20;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final String name;
    private final Exchange exchange;
    private final Map<CameraId, OnvifCamera> cameras;
    private volatile Set<CameraId> refusing = Set.of();

    /// A camera's line: where its device is, what opens it, which of its pictures, and the account of those who look.
    record Line(CameraId camera, URI device, OnvifDevice.Login login, String channel, OnvifDevice.Login viewer) {}

    private record Opened(URI at, OnvifDevice.Login login) {}

    /// By this a host counts who guesses.
    private record Account(String host, int port, String user) {
        static Account of(Line line) {
            URI at = line.device();
            int usual = at.getScheme().equals("https") ? HTTPS : HTTP;
            return new Account(
                    at.getHost().toLowerCase(Locale.ROOT),
                    at.getPort() < 0 ? usual : at.getPort(),
                    line.login().user());
        }
    }

    OnvifSource(String name, List<Line> lines, Duration patience, InstantSource clock) {
        this.name = name;
        this.exchange = new Exchange(patience, LARGEST);
        Map<CameraId, OnvifCamera> all = new LinkedHashMap<>();
        Map<Opened, OnvifDevice> devices = new HashMap<>();
        Map<Account, OnvifAccount> accounts = new HashMap<>(); // a host locks out for all its channels
        for (Line l : lines) {
            OnvifAccount account = accounts.computeIfAbsent(Account.of(l), _ -> new OnvifAccount(patience));
            OnvifDevice device = devices.computeIfAbsent(
                    new Opened(l.device(), l.login()),
                    o -> new OnvifDevice(o.at(), o.login(), account, exchange, clock));
            all.put(l.camera(), new OnvifCamera(device, l.channel(), l.viewer()));
        }
        this.cameras = Map.copyOf(all);
    }

    /// `camera,address,user,password,channel,viewer,viewerPassword` a line, of which the first two are needed.
    static List<Line> lines(String source, String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String[] told = line.strip().split(",", -1);
            if (line.isBlank() || (number == 1 && told[0].equals("camera"))) {
                continue;
            }
            String[] cells = new String[CELLS];
            for (int i = 0; i < CELLS; i++) {
                cells[i] = i < told.length ? told[i].strip() : "";
            }
            if (told.length > CELLS || cells[0].isEmpty() || !cells[1].matches("https?://[^/@,]+/.+")) {
                throw new IllegalArgumentException("the list of " + source + ", line " + number
                        + ": camera,http://host/onvif/device_service,user,password,channel,viewer,viewerPassword");
            }
            lines.add(new Line(
                    new CameraId(cells[0]),
                    URI.create(cells[1]),
                    new OnvifDevice.Login(cells[2], cells[3]),
                    cells[4],
                    new OnvifDevice.Login(cells[5], cells[6])));
        }
        return lines;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String name() {
        return name;
    }

    /// Asks every device, a few at once: one that does not answer is offline, and delays none but itself. Where devices
    /// are is for the city's own list to say, so no names and no places.
    @Override
    public List<Listed> directory() {
        Semaphore few = new Semaphore(AT_ONCE);
        Set<CameraId> refused = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Listed>> asking = new ArrayList<>();
            cameras.forEach((id, camera) -> asking.add(() -> {
                few.acquire();
                try {
                    return listed(id, camera, refused);
                } finally {
                    few.release();
                }
            }));
            List<Listed> listed = new ArrayList<>();
            for (Future<Listed> one : threads.invokeAll(asking)) {
                listed.add(one.resultNow());
            }
            tell(Set.copyOf(refused));
            return listed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VideoFault("silent");
        }
    }

    /// Once, not at every look.
    private void tell(Set<CameraId> refused) {
        Set<CameraId> before = refusing;
        refusing = refused;
        if (refused.equals(before)) {
            return;
        }
        if (refused.isEmpty()) {
            LOG.info("{}: no device refuses its name and password any more", name);
        } else {
            Set<String> ids = new TreeSet<>();
            refused.forEach(id -> ids.add(id.value()));
            LOG.warn(
                    "{}: the devices of {} cameras refuse the name and password of the list: {}",
                    name,
                    ids.size(),
                    ids.stream().limit(NAMED).collect(Collectors.joining(", ", "", ids.size() > NAMED ? " …" : "")));
        }
    }

    private static Listed listed(CameraId id, OnvifCamera camera, Set<CameraId> refused) {
        Boolean online = null;
        boolean turns = false;
        try {
            turns = camera.look();
            online = true;
            LOG.debug("camera {} is a {}", id.value(), camera.information());
        } catch (VideoFault e) {
            if (online == null && e.code().equals("silent")) {
                online = false;
            } else if (e.code().equals("refused")) {
                refused.add(id);
            }
        }
        Set<String> abilities = turns ? Set.of(Device.PTZ, Device.PRESETS) : Set.of();
        return new Listed(id, "", List.of(), null, null, online, abilities);
    }

    private OnvifCamera camera(CameraId id) {
        OnvifCamera camera = cameras.get(id);
        if (camera == null) {
            throw new VideoFault("unknown");
        }
        return camera;
    }

    /// Holds for good, as devices' addresses do. What was recorded is another profile's (G).
    @Override
    public Address play(CameraId camera, String grade, @Nullable Recorded recorded) {
        if (recorded != null) {
            throw new VideoFault("unable");
        }
        return new Address(camera(camera).address(grade), null, null);
    }

    @Override
    public void stop(CameraId camera, Address address) {
        // whoever closes the connection has stopped
    }

    @Override
    public Told move(CameraId camera, Motion motion) {
        if (motion.equals(Motion.STOP)) {
            camera(camera).stop();
        } else {
            camera(camera).move(motion);
        }
        return Told.done();
    }

    @Override
    public Told preset(CameraId camera, Preset preset) {
        return camera(camera).preset(preset);
    }

    @Override
    public List<Preset> presets(CameraId camera) {
        return camera(camera).presets();
    }

    @Override
    public Told speak(CameraId camera, Broadcast.Words words) {
        throw new VideoFault("unable");
    }

    @Override
    public Told ask(String ticket) {
        throw new VideoFault("unknown");
    }

    @Override
    public void close() {
        exchange.close();
    }
}
