package org.yiping.conform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// A platform with faults: a wire to a sound one on which words are changed under way. A changed word is as long as the
/// one before, so that lengths of bodies and frames stay true. Any thread.
final class CripplingProxy implements AutoCloseable {
    private static final int PIECE = 1 << 16;

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int target;
    private final UnaryOperator<String> asked;
    private final UnaryOperator<String> answered;

    CripplingProxy(int target, UnaryOperator<String> asked, UnaryOperator<String> answered) throws IOException {
        this.target = target;
        this.asked = asked;
        this.answered = answered;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket near = listening.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(near);
                open.add(far);
                Thread.ofVirtual().start(() -> copy(near, far, asked));
                Thread.ofVirtual().start(() -> copy(far, near, answered));
            } catch (IOException _) {
                // closed
            }
        }
    }

    private static void copy(Socket from, Socket to, UnaryOperator<String> change) {
        byte[] piece = new byte[PIECE];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                String text = new String(piece, 0, n, StandardCharsets.ISO_8859_1);
                String changed = change.apply(text);
                if (changed.length() != n) {
                    throw new IllegalStateException("another length");
                }
                out.write(changed.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        } catch (IOException _) {
            // one side went
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
