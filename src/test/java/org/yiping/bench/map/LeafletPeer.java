package org.yiping.bench.map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.yiping.domain.geo.Position;

/// A million points on Leaflet's canvas in Chromium, both as Debian has them, in a window of 1080p without a GPU.
///
/// The page is told where to look, tells its two times and is closed. A frame counts from the wish to the second
/// animation frame after it: Leaflet draws in the first.
final class LeafletPeer {
    private static final Path LIBRARY = Path.of("/usr/share/javascript/leaflet/leaflet.js");
    private static final int PANS = 9;
    private static final int PATIENCE_MINUTES = 5;
    /// Metres a pixel at the equator when the whole earth is one tile of 256 pixels.
    private static final double WHOLE_EARTH = 156_543.03392804097;

    private LeafletPeer() {}

    /// Milliseconds from the points in memory to the first picture, and from a wish to pan to the next picture.
    record Times(double first, double pan) {}

    /// @param points longitude and latitude in turn, as 32 bit floats, least significant byte first
    static Times measure(byte[] points, Position middle, double metresPerPixel, Path folder)
            throws IOException, InterruptedException {
        CompletableFuture<String> told = new CompletableFuture<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", e -> answer(e, page()));
        server.createContext("/leaflet.js", e -> answer(e, Files.readAllBytes(LIBRARY)));
        server.createContext("/points", e -> answer(e, points));
        server.createContext("/told", e -> {
            told.complete(new String(e.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(e, new byte[0]);
        });
        server.start();
        double zoom =
                Math.log(WHOLE_EARTH * Math.cos(Math.toRadians(middle.latitude())) / metresPerPixel) / Math.log(2);
        String url = String.format(
                Locale.ROOT,
                "http://127.0.0.1:%d/?latitude=%f&longitude=%f&zoom=%f&pans=%d",
                server.getAddress().getPort(),
                middle.latitude(),
                middle.longitude(),
                zoom,
                PANS);
        Process browser = new ProcessBuilder(
                        "chromium",
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--window-size=" + Window.WIDTH + "," + Window.HEIGHT,
                        "--user-data-dir=" + folder.resolve("chromium"),
                        url)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
        try {
            String[] times = told.get(PATIENCE_MINUTES, TimeUnit.MINUTES).split(" ", -1);
            return new Times(Double.parseDouble(times[0]), Double.parseDouble(times[1]));
        } catch (ExecutionException | TimeoutException | NumberFormatException e) {
            throw new IOException("Leaflet told nothing", e);
        } finally {
            browser.descendants().forEach(ProcessHandle::destroy);
            browser.destroy();
            browser.waitFor(10, TimeUnit.SECONDS);
            server.stop(0);
        }
    }

    private static byte[] page() throws IOException {
        try (InputStream in = LeafletPeer.class.getResourceAsStream("leaflet.html")) {
            if (in == null) {
                throw new IOException("no leaflet.html");
            }
            return in.readAllBytes();
        }
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
