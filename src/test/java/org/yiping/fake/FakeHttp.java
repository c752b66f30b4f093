package org.yiping.fake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The least HTTP/1.1 server that also upgrades to WebSocket: one virtual thread a connection, port 0.
public final class FakeHttp implements AutoCloseable {
    private final ServerSocket listening;
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /// What a test's platform does.
    public interface Handler {
        Reply reply(Request request);

        /// Half of a body is sent.
        void halfway(Request request) throws InterruptedException;

        /// Runs for as long as the stream lives.
        void stream(Request request, FakeStream stream) throws IOException, InterruptedException;
    }

    public record Request(String method, String path, Map<String, String> headers, byte[] body) {
        public String query(String name) {
            int mark = path.indexOf('?');
            if (mark >= 0) {
                for (String pair : path.substring(mark + 1).split("&")) {
                    if (pair.startsWith(name + "=")) {
                        return pair.substring(name.length() + 1);
                    }
                }
            }
            return "";
        }

        public String route() {
            int mark = path.indexOf('?');
            return mark < 0 ? path : path.substring(0, mark);
        }
    }

    /// `bytesSent` below the body's length cuts the answer there; status 0 cuts without one.
    public record Reply(int status, String type, Map<String, String> headers, byte[] body, int bytesSent) {
        public static Reply of(int status, String type, byte[] body) {
            return new Reply(status, type, Map.of(), body, body.length);
        }

        public static Reply cut() {
            return new Reply(0, "", Map.of(), new byte[0], 0);
        }
    }

    public FakeHttp(Handler handler) throws IOException {
        this.handler = handler;
        listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16)) {
            for (Request request = read(in); request != null; request = read(in)) {
                if ("websocket".equalsIgnoreCase(request.headers().get("upgrade"))) {
                    upgrade(request, socket, in, out);
                    return;
                }
                Reply reply = handler.reply(request);
                if (reply.status() == 0 || !write(request, reply, out)) {
                    return;
                }
            }
        } catch (IOException _) {
            // the other side went
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private void upgrade(Request request, Socket socket, InputStream in, OutputStream out)
            throws IOException, InterruptedException {
        Reply verdict = handler.reply(request);
        if (verdict.status() != 101) {
            write(request, verdict, out);
            return;
        }
        String key = request.headers().get("sec-websocket-key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
        String accept = Base64.getEncoder().encodeToString(sha1(key));
        line(out, "HTTP/1.1 101 Switching Protocols");
        line(out, "Upgrade: websocket");
        line(out, "Connection: Upgrade");
        line(out, "Sec-WebSocket-Accept: " + accept);
        line(out, "");
        out.flush();
        handler.stream(request, new FakeStream(socket, in, out));
    }

    private boolean write(Request request, Reply reply, OutputStream out) throws IOException, InterruptedException {
        line(out, "HTTP/1.1 " + reply.status() + " X");
        line(out, "Content-Type: " + reply.type());
        for (Map.Entry<String, String> header : reply.headers().entrySet()) {
            line(out, header.getKey() + ": " + header.getValue());
        }
        // A cut bulk answer must look whole to HTTP: without a length the end of the connection is its end.
        boolean bulk = reply.type().contains("ndjson");
        if (reply.status() != 304 && reply.status() != 204) {
            line(out, bulk ? "Connection: close" : "Content-Length: " + reply.body().length);
        }
        line(out, "");
        int half = reply.bytesSent() / 2;
        out.write(reply.body(), 0, half);
        out.flush();
        handler.halfway(request);
        out.write(reply.body(), half, reply.bytesSent() - half);
        out.flush();
        return !bulk && reply.bytesSent() == reply.body().length;
    }

    private static Request read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        String[] parts = first.split(" ");
        Map<String, String> headers = new HashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Request(parts[0], parts[1], headers, body);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static void line(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Cuts everything that is open.
    public void cut() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException _) {
                // closed
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
