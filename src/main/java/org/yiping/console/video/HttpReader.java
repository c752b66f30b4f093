package org.yiping.console.video;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.video.Picture.Fault;

/// Fetches transport streams and FLV over HTTP (HTTP-TS, HTTP-FLV) for libvlc, so that the bytes shown are the bytes
/// kept: libvlc, which could fetch them itself, gives none away. And asks addresses of other kinds whether they let one
/// in, because libvlc tells nobody and says a wrong password four times. Once in a process; any thread.
///
/// Name and password are said when they are asked for and once: cameras lock out who guesses.
final class HttpReader {
    private static final Logger log = LoggerFactory.getLogger(HttpReader.class);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration LET_IN_WITHIN = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int PIECE = 64 * 1_024;

    private final Supplier<FfmpegReader> ffmpeg;
    private final SecureRandom random = new SecureRandom();
    private final HttpClient client = client(HttpClient.Redirect.NORMAL);

    /// For what bears a password: it goes where it was meant to go and no further.
    private final HttpClient straight = client(HttpClient.Redirect.NEVER);

    /// `ffmpeg` packs what is no transport stream.
    HttpReader(Supplier<FfmpegReader> ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    private static HttpClient client(HttpClient.Redirect redirects) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(redirects)
                .connectTimeout(CONNECT_WITHIN)
                .build();
    }

    static boolean isHttp(String url) {
        return url.regionMatches(true, 0, "http://", 0, 7) || url.regionMatches(true, 0, "https://", 0, 8);
    }

    /// By its name only: to ask the server would be a second connection to the camera.
    static boolean reads(String url) {
        return isCalled(url, ".ts") || isFlv(url);
    }

    /// What media platforms hand out first (HTTP-FLV).
    static boolean isFlv(String url) {
        return isCalled(url, ".flv");
    }

    private static boolean isCalled(String url, String ending) {
        if (!isHttp(url)) {
            return false;
        }
        try {
            String path = URI.create(Login.without(url)).getPath();
            return path != null && path.toLowerCase(Locale.ROOT).endsWith(ending);
        } catch (IllegalArgumentException _) {
            return false; // libvlc takes more for an address than the standard does
        }
    }

    /// Whether an address lets nobody in with the name and password it holds. One that does not answer has refused
    /// nobody. Blocks for some seconds.
    boolean isRefused(String url) {
        try {
            HttpResponse<InputStream> answer = ask(url, LET_IN_WITHIN, _ -> {});
            closeQuietly(answer.body());
            return isRefusal(answer.statusCode());
        } catch (ExecutionException | CancellationException | IllegalArgumentException e) {
            log.debug("no answer: {}", e.getClass().getSimpleName());
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isRefusal(int status) {
        return status == UNAUTHORIZED || status == FORBIDDEN;
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
        HttpResponse<InputStream> answer;
        try {
            answer = ask(stream.url(), ANSWER_WITHIN, stream::onClose);
        } catch (ExecutionException | CancellationException | IllegalArgumentException e) {
            log.debug("no stream: {}", e.getClass().getSimpleName());
            return Fault.UNREACHABLE;
        }
        stream.onClose(() -> closeQuietly(answer.body()));
        try (InputStream in = answer.body()) {
            if (answer.statusCode() == OK) {
                if (answer.headers().firstValue("Content-Length").isEmpty()) { // a recording has an end
                    stream.live();
                }
                return isFlv(stream.url()) ? ffmpeg.get().pack(in, stream, ears) : pump(in, stream, ears);
            }
            return isRefusal(answer.statusCode()) ? Fault.REFUSED : Fault.UNREACHABLE;
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

    /// What the address answers, told its name and password where it asks for them. `held` is given what ends the wait.
    private HttpResponse<InputStream> ask(String url, Duration within, Consumer<Runnable> held)
            throws InterruptedException, ExecutionException {
        URI to = URI.create(Login.without(url));
        HttpResponse<InputStream> answer = send(client, request(to, within), held);
        boolean same = answer.uri().getRawAuthority().equals(to.getRawAuthority());
        if (answer.statusCode() != UNAUTHORIZED || !same) { // a password is not for whom its camera points to
            return answer;
        }
        Optional<String> login = Login.of(url)
                .flatMap(of -> of.answer(
                        answer.headers().allValues("WWW-Authenticate"),
                        answer.uri(),
                        HexFormat.of().toHexDigits(random.nextLong())));
        if (login.isEmpty()) {
            return answer;
        }
        closeQuietly(answer.body());
        return send(straight, request(answer.uri(), within).header("Authorization", login.get()), held);
    }

    private static HttpRequest.Builder request(URI to, Duration within) {
        return HttpRequest.newBuilder(to).timeout(within);
    }

    private static HttpResponse<InputStream> send(HttpClient by, HttpRequest.Builder request, Consumer<Runnable> held)
            throws InterruptedException, ExecutionException {
        CompletableFuture<HttpResponse<InputStream>> asked =
                by.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        held.accept(() -> asked.cancel(true));
        return asked.get();
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            log.debug("closing a stream: {}", e.toString());
        }
    }
}
