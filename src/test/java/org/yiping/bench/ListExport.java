package org.yiping.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.yiping.figures.Row;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// The list of every case through the product's API, ordered, made and fetched with its checksum. Once as a workbook,
/// timed from the order to its last byte here; once more while the server's live objects are counted again and again,
/// which would slow the first. One thread.
final class ListExport {
    private static final String HEAD = "Content-Type: application/json\r\n";

    private final int port;
    private final Seats.Seat boss;
    private final Process server;
    private double liveMost;

    private record Made(double seconds, long rows, long bytes) {}

    ListExport(int port, Seats.Seat boss, Process server) {
        this.port = port;
        this.boss = boss;
        this.server = server;
    }

    List<Row> rows() throws Exception {
        double before = Watch.liveHeap(server);
        Made book = made("bench-list-1", "xlsx", false);
        Made watched = made("bench-list-2", "xlsx", true);
        Made csv = made("bench-list-3", "csv", false);
        System.out.printf(
                Locale.ROOT,
                "list of %d cases: xlsx %.1f s, %.0f MB; csv %.1f s, %.0f MB; live objects %.0f MB before, at most %.0f MB"
                        + " while one was made (%d cases)%n",
                book.rows(),
                book.seconds(),
                book.bytes() / 1e6,
                csv.seconds(),
                csv.bytes() / 1e6,
                before,
                liveMost,
                watched.rows());
        double million = book.seconds() * 1_000_000 / Math.max(1, book.rows());
        return List.of(
                Row.atMost("export_1m_rows_s", Math.round(million * 10) / 10.0, "s", 60),
                Row.atMost("export_heap_mb", (double) Math.round(liveMost), "MB", 512),
                Row.told("export_rows", (double) book.rows(), ""));
    }

    private Made made(String id, String format, boolean watched) throws Exception {
        try (Line line = new Line(port)) {
            String path = "/api/v1/reports/" + id;
            long start = System.nanoTime();
            String wish = "{\"counter\":\"reported\",\"period\":\"800d\",\"format\":\"" + format + "\"}";
            line.put(path, boss.head() + HEAD, wish.getBytes(StandardCharsets.UTF_8));
            JsonNode run = Json.mapper().createObjectNode();
            while (!run.path("state").asString("").equals("done")) {
                if (List.of("failed", "cancelled").contains(run.path("state").asString(""))) {
                    throw new IOException("the list came to nothing: " + run);
                }
                Thread.sleep(100);
                if (watched) {
                    liveMost = Math.max(liveMost, Watch.liveHeap(server));
                }
                run = Json.mapper().readTree(line.get(path, boss.head()).body()).path("run");
            }
            JsonNode file = run.path("files").path(0);
            long bytes = fetched(path + "/files/" + format, file.path("sha256").asString());
            return new Made((System.nanoTime() - start) / 1e9, run.path("rows").asLong(), bytes);
        }
    }

    private long fetched(String path, String sha) throws Exception {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        String[] words = boss.head().strip().split("\r\n")[0].split(": ", 2);
        connection.setRequestProperty(words[0], words[1]);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        long bytes = 0;
        try (InputStream in = new DigestInputStream(connection.getInputStream(), digest)) {
            byte[] some = new byte[1 << 16];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                bytes += n;
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha)) {
            throw new IOException("the file is not what the platform made");
        }
        return bytes;
    }
}
