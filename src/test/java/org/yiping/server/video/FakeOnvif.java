package org.yiping.server.video;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// An ONVIF device that behaves as real ones do: its clock is hours off, its prefixes and addresses are odd, it faults
/// with an answer of 400, and it checks what is signed by its own clock.
final class FakeOnvif implements AutoCloseable {
    private static final Duration TOLERANCE = Duration.ofSeconds(30);
    static final String PROFILES = """
            <x:Profiles token="sound" fixed="true"><Name>sound</Name>
             <VideoSourceConfiguration><SourceToken>src0</SourceToken></VideoSourceConfiguration></x:Profiles>
            <x:Profiles token="still"><VideoSourceConfiguration><SourceToken>src0</SourceToken></VideoSourceConfiguration>
             <VideoEncoderConfiguration><Encoding>JPEG</Encoding><Resolution><Width>320</Width><Height>240</Height>
             </Resolution></VideoEncoderConfiguration></x:Profiles>
            <x:Profiles token="small"><VideoSourceConfiguration><SourceToken>src0</SourceToken></VideoSourceConfiguration>
             <VideoEncoderConfiguration><Encoding>H264</Encoding><Resolution><Width>640</Width><Height>360</Height>
             </Resolution></VideoEncoderConfiguration><PTZConfiguration token="p"/></x:Profiles>
            <x:Profiles token="large"><VideoSourceConfiguration><SourceToken>src0</SourceToken></VideoSourceConfiguration>
             <VideoEncoderConfiguration><Encoding>H264</Encoding><Resolution><Width>1920</Width><Height>1080</Height>
             </Resolution></VideoEncoderConfiguration><PTZConfiguration token="p"/></x:Profiles>
            <x:Profiles token="other"><VideoSourceConfiguration><SourceToken>src1</SourceToken></VideoSourceConfiguration>
             <VideoEncoderConfiguration><Encoding>H264</Encoding><Resolution><Width>3840</Width><Height>2160</Height>
             </Resolution></VideoEncoderConfiguration></x:Profiles>
            """;

    final List<String> asked = new CopyOnWriteArrayList<>();
    /// Bodies it answers instead of its own, by the name of the call.
    final Map<String, String> answers = new HashMap<>();
    /// Calls it declines.
    final Set<String> declined = new HashSet<>();
    /// Calls it answers whoever asks, as ONVIF has it of some.
    final Set<String> open = new HashSet<>(Set.of("GetSystemDateAndTime"));
    /// How often somebody came with what it refuses.
    final AtomicInteger guesses = new AtomicInteger();
    final CountDownLatch over = new CountDownLatch(1);
    volatile Duration clockOff = Duration.ofHours(-8);
    volatile String password = "right";
    volatile boolean turns = true;
    volatile boolean drips;
    volatile String lastBody = "";

    private final InstantSource clock;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    FakeOnvif(InstantSource clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address() {
        return "http://127.0.0.1:" + port() + "/onvif/device_service";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        SoapXml body = SoapXml.read(request);
        String call = request.replaceAll("(?s).*<s:Body><([A-Za-z]+).*", "$1");
        asked.add(call);
        lastBody = request.replaceAll("(?s).*<s:Body>(.*)</s:Body>.*", "$1");
        if (!open.contains(call) && !signed(body)) {
            guesses.incrementAndGet();
            fault(exchange, "ter:NotAuthorized");
        } else if (declined.contains(call) || (declined.contains("Timeout") && request.contains("<Timeout>"))) {
            fault(exchange, "ter:InvalidArgVal");
        } else {
            send(exchange, 200, envelope(answers.getOrDefault(call, own(call))));
        }
    }

    private String own(String call) {
        return switch (call) {
            case "GetSystemDateAndTime" -> {
                LocalDateTime t = LocalDateTime.ofInstant(now(), ZoneOffset.UTC);
                yield "<q:UTCDateTime><q:Time><q:Hour>%d</q:Hour><q:Minute>%d</q:Minute><q:Second>%d</q:Second></q:Time>"
                                .formatted(t.getHour(), t.getMinute(), t.getSecond())
                        + "<q:Date><q:Year>%d</q:Year><q:Month>%d</q:Month><q:Day>%d</q:Day></q:Date></q:UTCDateTime>"
                                .formatted(t.getYear(), t.getMonthValue(), t.getDayOfMonth());
            }
            // the address of its own network, which nobody here can reach
            case "GetCapabilities" ->
                "<Capabilities><Media><XAddr>http://192.168.1.64/onvif/Media</XAddr></Media>"
                        + (turns ? "<PTZ><XAddr>http://192.168.1.64/onvif/PTZ</XAddr></PTZ>" : "") + "</Capabilities>";
            case "GetProfiles" -> PROFILES;
            case "GetStreamUri" ->
                "<MediaUri><Uri>rtsp://192.168.1.64:554/Streaming/101?profile=P&amp;x=1</Uri></MediaUri>";
            case "GetPresets" ->
                "<Preset token=\"3\"><Name>校门</Name></Preset><Preset token=\"Home\"><Name>家</Name></Preset>";
            case "GetDeviceInformation" -> "<Manufacturer>ACME</Manufacturer><Model>D1</Model>";
            default -> "<" + call + "Response/>";
        };
    }

    private Instant now() {
        return clock.instant().plus(clockOff);
    }

    private boolean signed(SoapXml request) {
        String created = request.text("Created");
        if (created.isEmpty()
                || Duration.between(Instant.parse(created), now()).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        byte[] nonce = Base64.getDecoder().decode(request.text("Nonce"));
        return request.text("Username").equals("ad<min")
                && OnvifDevice.digest(nonce, created, password).equals(request.text("Password"));
    }

    /// Of a namespace that is none of SOAP's, as some write it.
    private static String envelope(String body) {
        return "\n<?xml version=\"1.0\"?><e:Envelope xmlns:e=\"urn:wrong\" xmlns:x=\"urn:x\" xmlns:q=\"urn:q\"><e:Body>"
                + body + "</e:Body></e:Envelope>";
    }

    private void fault(HttpExchange exchange, String code) throws IOException {
        send(
                exchange,
                400,
                envelope("<e:Fault><e:Code><e:Value>e:Sender</e:Value><e:Subcode><e:Value>" + code
                        + "</e:Value></e:Subcode></e:Code></e:Fault>"));
    }

    private void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            if (drips) { // the first byte and no more
                exchange.getResponseBody().write(bytes, 0, 1);
                exchange.getResponseBody().flush();
                over.await(20, TimeUnit.SECONDS);
            }
            exchange.getResponseBody().write(bytes, drips ? 1 : 0, bytes.length - (drips ? 1 : 0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
