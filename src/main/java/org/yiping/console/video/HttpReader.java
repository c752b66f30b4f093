package org.yiping.console.video;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.video.Picture.Fault;

/// Fetches transport streams over HTTP (HTTP-TS) for libvlc, so that the bytes shown are the bytes kept: libvlc, which
/// could fetch them itself, gives none away. Once in a process; any thread.
final class HttpReader {
    private static final Logger log = LoggerFactory.getLogger(HttpReader.class);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int PIECE = 64 * 1_024;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(CONNECT_WITHIN)
            .build();

    /// By its name only: to ask the server would be a second connection to the camera.
    static boolean reads(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
            return false;
        }
        try {
            String path = URI.create(url).getPath();
            return path != null && path.toLowerCase(Locale.ROOT).endsWith(".ts");
        } catch (IllegalArgumentException _) {
            return false; // libvlc takes more for an address than the standard does
        }
    }

    /// Fetches until it ends or is closed, then tells why; on a thread of its own.
    void read(FetchedStream stream, FetchedStream.Ears ears) {
        Fault why;
        try {
            why = fetch(stream, ears);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            why = Fault.ENDED;
        } finally {
            stream.end();
        }
        // What came is still to be played, faster as it may have come than it plays; libvlc says when it is through.
        if (why != Fault.ENDED) {
            ears.ended(why);
        }
    }

    private Fault fetch(FetchedStream stream, FetchedStream.Ears ears) throws InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> asked =
                client.sendAsync(request(stream.url()), HttpResponse.BodyHandlers.ofInputStream());
        stream.onClose(() -> asked.cancel(true));
        HttpResponse<InputStream> answer;
        try {
            answer = asked.get();
        } catch (ExecutionException | CancellationException e) {
            log.debug("no stream: {}", e.getClass().getSimpleName());
            return Fault.UNREACHABLE;
        }
        stream.onClose(() -> closeQuietly(answer.body()));
        try (InputStream in = answer.body()) {
            return switch (answer.statusCode()) {
                case OK -> pump(in, stream, ears);
                case UNAUTHORIZED, FORBIDDEN -> Fault.REFUSED;
                default -> Fault.UNREACHABLE;
            };
        } catch (IOException e) {
            log.debug("a stream breaks off: {}", e.getClass().getSimpleName());
            return Fault.ENDED;
        }
    }

    private static Fault pump(InputStream in, FetchedStream stream, FetchedStream.Ears ears)
            throws IOException, InterruptedException {
        byte[] some = new byte[PIECE];
        boolean told = false;
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
            if (!stream.write(Arrays.copyOf(some, n))) {
                return Fault.ENDED;
            }
            if (!told) {
                told = true;
                ears.opened();
            }
        }
        return told ? Fault.ENDED : Fault.NO_PICTURE;
    }

    private static HttpRequest request(String url) {
        URI whole = URI.create(url);
        String user = whole.getUserInfo();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        user == null ? whole : URI.create(url.replaceFirst("//[^/@]*@", "//")))
                .timeout(ANSWER_WITHIN);
        if (user != null) {
            String secret = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + secret);
        }
        return request.build();
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            log.debug("closing a stream: {}", e.toString());
        }
    }
}
