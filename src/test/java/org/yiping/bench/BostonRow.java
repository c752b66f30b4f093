package org.yiping.bench;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// One history of Boston's file, and how our rules say it: which limit, and when its clock starts. Immutable.
///
/// The file names a deadline, our rules know limits. Most of the file's deadlines are a whole number of
/// days after the report, a fifth of them after the next morning at half past eight: so the case is
/// dispatched at the last instant from which whole days (or, below a day, whole hours) lead to the
/// file's deadline, at the earliest when it was reported.
record BostonRow(
        String id,
        Instant opened,
        @Nullable Instant target,
        @Nullable Instant closed,
        String verdict,
        String title,
        String subject,
        String type,
        String reason,
        String address,
        double longitude,
        double latitude,
        String source) {
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /// The file's deadlines are up to some seconds before the whole day.
    private static final Duration DRIFT = Duration.ofSeconds(60);
    private static final int MOST_DAYS = 3650;

    /// A limit in days or hours and the instant its clock starts.
    record Plan(int value, String unit, Instant dispatched) {
        String criterion() {
            return unit + value;
        }
    }

    static List<BostonRow> read(Path folder) throws IOException {
        List<BostonRow> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<Path> files;
        try (var list = Files.list(folder)) {
            files = list.filter(f -> f.toString().endsWith(".csv.gz")).sorted().toList();
        }
        for (Path file : files) {
            try (Reader reader =
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
                for (CSVRecord r : format.parse(reader)) {
                    rows.add(of(r));
                }
            }
        }
        return rows;
    }

    private static BostonRow of(CSVRecord r) {
        Instant opened = at(r.get("open_dt"));
        if (opened == null) {
            throw new IllegalArgumentException("no time of opening: " + r);
        }
        return new BostonRow(
                r.get("case_enquiry_id").strip(),
                opened,
                at(r.get("target_dt")),
                r.get("case_status").strip().equals("Closed") ? at(r.get("closed_dt")) : null,
                r.get("ontime").strip(),
                r.get("case_title").strip(),
                r.get("subject").strip(),
                r.get("type").strip(),
                r.get("reason").strip(),
                r.get("location").strip(),
                Double.parseDouble(r.get("longitude")),
                Double.parseDouble(r.get("latitude")),
                r.get("source").strip());
    }

    private static @Nullable Instant at(String local) {
        return local.isBlank()
                ? null
                : LocalDateTime.parse(local.strip(), LOCAL).atZone(ZONE).toInstant();
    }

    /// The city's own point for 'no location'.
    boolean nowhere() {
        return latitude == 42.3594 && longitude == -71.0587;
    }

    /// Why no sequence of our commands is this history; absent where one is.
    @Nullable
    String notRepresentable() {
        if (closed != null && closed.isBefore(opened)) {
            return "closed before it was opened";
        }
        if (target != null && !target.isAfter(opened)) {
            return "deadline not after the report";
        }
        return plan() == null ? "limit under an hour" : null;
    }

    /// Absent where no limit of ours leads to the deadline.
    @Nullable
    Plan plan() {
        if (target == null) {
            return new Plan(
                    MOST_DAYS, "UD", opened); // no deadline in the file: filed under a limit nobody is judged by
        }
        Plan plan = days(target);
        plan = plan == null ? hours(target) : plan;
        if (plan == null) {
            return null;
        }
        boolean early = plan.dispatched().isBefore(opened) || (closed != null && closed.isBefore(plan.dispatched()));
        return early ? new Plan(plan.value(), plan.unit(), opened) : plan;
    }

    private @Nullable Plan days(Instant due) {
        ZonedDateTime end = due.atZone(ZONE);
        for (int days = (int) Duration.between(opened, due.plus(DRIFT)).toDays() + 1; days > 0; days--) {
            Instant start = end.minusDays(days).toInstant();
            if (!start.isBefore(opened.minus(DRIFT))
                    && start.atZone(ZONE).plusDays(days).toInstant().equals(due)) {
                return new Plan(days, "UD", start);
            }
        }
        return null;
    }

    private @Nullable Plan hours(Instant due) {
        int hours = (int) Duration.between(opened, due.plus(DRIFT)).toHours();
        return hours < 1 ? null : new Plan(hours, "UH", due.minus(Duration.ofHours(hours)));
    }
}
