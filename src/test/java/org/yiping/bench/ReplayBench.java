package org.yiping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.ClockReference;
import org.yiping.figures.Row;
import org.yiping.protocol.Json;
import org.yiping.simulator.photo.PhotoBooth;
import tools.jackson.databind.JsonNode;

/// `bench replay`: every history of Boston's year done again as commands over HTTP at their recorded times, on a server
/// that says it is a replay; then what it made of them compared with the file's own verdicts, and our limits with a
/// reference that counts minutes.
final class ReplayBench implements Bench {
    /// When the file was drawn: between the last deadline it calls overdue and the first it does not yet.
    private static final Instant DRAWN =
            LocalDateTime.of(2016, 1, 12, 23, 30).atZone(BostonRow.ZONE).toInstant();
    private static final int CHUNK = 4_000;
    private static final int RULE_CASES = 10_000;
    private static final long RULE_SEED = 20261125;
    /// Fewer only to try the bench itself; the rows tell how many there were.
    private static final int MOST = Integer.getInteger("yiping.bench.rows", Integer.MAX_VALUE);

    @Override
    public void run(Hall hall, Rows out) throws Exception {
        Path boston = hall.data()
                .map(d -> d.resolve("cases-boston-2015"))
                .filter(Files::isDirectory)
                .orElseThrow(() -> new Main.MissingData("no data folder: set YIPING_DATA"));
        List<BostonRow> all = BostonRow.read(boston).stream().limit(MOST).toList();
        Map<String, Integer> causes = new TreeMap<>();
        List<BostonRow> rows = new ArrayList<>();
        for (BostonRow row : all) {
            String cause = row.notRepresentable();
            if (cause == null) {
                rows.add(row);
            } else {
                causes.merge(cause, 1, Integer::sum);
            }
        }
        System.out.println(all.size() + " histories; not representable: " + causes);
        Path folder = hall.folder().resolve("city");
        ReplayCity city = new ReplayCity(rows, folder);
        Path data = hall.folder().resolve("server");
        Hall.Server server = hall.server(data, "--city", folder.toString(), "--replay", "yes");
        byte[] photo = new PhotoBooth().photo("garbage", 1, true);
        String sha =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo));
        try (Hiccups hiccups = new Hiccups();
                Replayer replayer = new Replayer(server.port(), city, data.resolve("accounts.csv"), photo, sha)) {
            Watch watch = new Watch(server.program().process(), hiccups);
            long start = System.nanoTime();
            List<BostonRow> replayed = new ArrayList<>();
            for (int from = 0; from < rows.size(); from += CHUNK) {
                replayed.addAll(replayer.play(rows.subList(from, Math.min(rows.size(), from + CHUNK))));
                if (from / CHUNK % 5 == 4) {
                    System.out.println(replayed.size() + " of " + rows.size() + " histories, " + replayer.commands()
                            + " commands");
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            watch.tell(String.format(
                    Locale.ROOT,
                    "%d commands in %.0f s, %.0f/s",
                    replayer.commands(),
                    seconds,
                    replayer.commands() / seconds));
            System.out.println("refused: " + replayer.refusals());
            Compared compared = compare(replayer, replayed);
            double hiccup = hiccups.maxMillis();
            server.end();
            int wrong = rules();
            int notRepresentable =
                    causes.values().stream().mapToInt(Integer::intValue).sum();
            out.add(
                    Row.told("rows_replayed", (double) replayed.size(), "rows"),
                    Row.told("rows_not_representable", (double) notRepresentable, "rows"),
                    Row.atLeast(
                            "rows_accounted_for", (double) (replayed.size() + notRepresentable), "rows", all.size()),
                    Row.atLeast("verdicts_agree", compared.agreement(), "share", 0.9999),
                    Row.told("verdicts", (double) compared.judged, "cases"),
                    Row.atMost("lost", (double) (rows.size() - replayed.size() + compared.lost), "cases", 0),
                    Row.atLeast("rule_deadlines_agree", 1.0 - wrong / (double) RULE_CASES, "share", 1.0),
                    Row.told("commands_per_s", (double) Math.round(replayer.commands() / seconds), "1/s"),
                    Row.told("machine_hiccup_max_ms", Math.round(hiccup * 10) / 10.0, "ms"));
        }
    }

    private static int rules() {
        long start = System.nanoTime();
        int wrong = ClockReference.disagreeing(RULE_SEED, RULE_CASES);
        System.out.println(RULE_CASES + " seeded cases against the count of minutes: " + wrong + " otherwise, "
                + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
        return wrong;
    }

    /// What the comparison came to.
    private static final class Compared {
        private int judged;
        private int agreeing;
        private int lost;

        @Nullable
        Double agreement() {
            return judged == 0 ? null : agreeing / (double) judged;
        }
    }

    /// Every case as the platform now shows it, beside its row.
    private static Compared compare(Replayer replayer, List<BostonRow> replayed) throws IOException {
        Map<String, Case> kept = new HashMap<>();
        try (Line line = new Line(replayer.port())) {
            String after = "0";
            while (after != null) {
                JsonNode page = Json.mapper()
                        .readTree(
                                line.get("/api/v1/cases?limit=1000&after=" + after, replayer.head("duty-leader", line))
                                        .body());
                page.path("items").forEach(i -> {
                    Case c = Json.mapper().treeToValue(i, Case.class);
                    kept.put(c.id().value(), c);
                });
                after = page.has("next") ? page.path("next").asString() : null;
            }
        }
        Compared compared = new Compared();
        int shown = 0;
        for (BostonRow row : replayed) {
            Case c = kept.get(Replayer.id(row).value());
            String fault = c == null ? "is not there" : fault(row, c);
            if (fault != null) {
                compared.lost++;
                if (shown++ < 10) {
                    System.out.println(row.id() + " " + fault);
                }
                continue;
            }
            if (c == null || row.target() == null || row.verdict().isEmpty()) {
                continue;
            }
            compared.judged++;
            boolean overdue = row.closed() == null
                    ? c.runningClock().map(CaseClock::dueAt).orElse(Instant.MAX).isBefore(DRAWN)
                    : c.handlingOverran();
            if (overdue == row.verdict().equals("OVERDUE")) {
                compared.agreeing++;
            } else if (shown++ < 20) {
                System.out.println(row.id() + " is " + row.verdict() + " in the file, opened " + row.opened()
                        + ", target " + row.target() + ", closed " + row.closed() + "; ours "
                        + c.progress().clocks());
            }
        }
        System.out.println(kept.size() + " cases read back; " + compared.agreeing + " of " + compared.judged
                + " verdicts agree; " + compared.lost + " not as recorded");
        return compared;
    }

    private static @Nullable String fault(BostonRow row, Case c) {
        Instant opened = c.report().reportedAt();
        Instant closed = c.progress().milestones().closedAt();
        String state = c.progress().state().value();
        if (!opened.equals(row.opened())) {
            return "was opened " + opened + " instead of " + row.opened();
        }
        if (row.closed() == null) {
            return state.equals("handling") ? null : "is " + state;
        }
        return state.equals("closed") && row.closed().equals(closed) ? null : "is " + state + ", closed " + closed;
    }
}
