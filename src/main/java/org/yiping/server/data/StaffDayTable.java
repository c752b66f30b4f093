package org.yiping.server.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.Span;

/// Days of people in the field as they were judged. A day stands here for what it was made of alone, and
/// `TrackTable` takes it out when a fix comes into the time it was judged over: what is found is what would be judged
/// now. All of somebody's days of a month are one row, written together and taken out together. Any thread.
public final class StaffDayTable {
    private final Database database;

    public StaffDayTable(Database database) {
        this.database = database;
    }

    /// A day's text, of one line, and the hash of what it was made of.
    public record Kept(String madeOf, String content) {}

    /// Which day of whom.
    public record Key(String unit, LocalDate day) {}

    /// One to be kept, with the time it was judged over.
    public record Made(Key key, Span whole, Kept kept) {}

    private record Month(String unit, long month) {
        static Month of(Key key) {
            return new Month(key.unit(), monthOf(key.day()));
        }
    }

    /// The days of one row, and the time they were judged over.
    private record Days(Span whole, TreeMap<LocalDate, Kept> days) {
        Days with(Made made) {
            days.put(made.key().day(), made.kept());
            Instant from =
                    made.whole().from().isBefore(whole.from()) ? made.whole().from() : whole.from();
            Instant until =
                    made.whole().until().isAfter(whole.until()) ? made.whole().until() : whole.until();
            return new Days(new Span(from, until), days);
        }

        /// A line a day: its number, what it was made of, what it says.
        String text() {
            StringBuilder text = new StringBuilder();
            days.forEach((day, kept) -> text.append(day.toEpochDay())
                    .append(' ')
                    .append(kept.madeOf())
                    .append(' ')
                    .append(kept.content())
                    .append('\n'));
            return text.toString();
        }

        static Map<LocalDate, Kept> read(String text, Map<LocalDate, Kept> into) {
            int begin = 0;
            while (begin < text.length()) {
                int day = text.indexOf(' ', begin);
                int madeOf = text.indexOf(' ', day + 1);
                int end = text.indexOf('\n', madeOf + 1);
                into.put(
                        LocalDate.ofEpochDay(Long.parseLong(text, begin, day, 10)),
                        new Kept(text.substring(day + 1, madeOf), text.substring(madeOf + 1, end)));
                begin = end + 1;
            }
            return into;
        }
    }

    private static long monthOf(LocalDate day) {
        return day.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    /// The days of one unit from one to another, and what else is kept of their months.
    public Map<LocalDate, Kept> of(String unit, LocalDate first, LocalDate last) {
        Map<LocalDate, Kept> days = new HashMap<>();
        database.with(c -> Sql.list(
                        c,
                        "SELECT content FROM staff_months WHERE unit = ? AND epoch_month >= ? AND epoch_month <= ?",
                        r -> Days.read(r.getString(1), days),
                        unit,
                        monthOf(first),
                        monthOf(last))
                .size());
        return days;
    }

    /// Lost at a crash they are judged again, so nothing is forced to disk.
    public void put(List<Made> days) {
        Map<Month, List<Made>> months = new LinkedHashMap<>();
        days.forEach(d -> months.computeIfAbsent(Month.of(d.key()), _ -> new ArrayList<>())
                .add(d));
        database.transact(c -> {
            try (PreparedStatement update = c.prepareStatement("UPDATE staff_months SET from_ms = ?, until_ms = ?,"
                            + " content = ? WHERE unit = ? AND epoch_month = ?");
                    PreparedStatement insert = c.prepareStatement(
                            "INSERT INTO staff_months (from_ms, until_ms, content, unit, epoch_month)"
                                    + " VALUES (?, ?, ?, ?, ?)")) {
                for (Map.Entry<Month, List<Made>> e : months.entrySet()) {
                    Days there = there(c, e.getKey());
                    Days all = there == null ? new Days(e.getValue().getFirst().whole(), new TreeMap<>()) : there;
                    for (Made made : e.getValue()) {
                        all = all.with(made);
                    }
                    PreparedStatement put = there == null ? insert : update;
                    Sql.set(
                            put,
                            all.whole().from().toEpochMilli(),
                            all.whole().until().toEpochMilli(),
                            all.text(),
                            e.getKey().unit(),
                            e.getKey().month());
                    put.addBatch();
                }
                update.executeBatch();
                insert.executeBatch();
            }
            return null;
        });
    }

    private static @Nullable Days there(Connection c, Month month) throws SQLException {
        return Sql.one(
                        c,
                        "SELECT from_ms, until_ms, content FROM staff_months WHERE unit = ? AND epoch_month = ?",
                        r -> {
                            TreeMap<LocalDate, Kept> days = new TreeMap<>();
                            Days.read(r.getString(3), days);
                            return new Days(
                                    new Span(Instant.ofEpochMilli(r.getLong(1)), Instant.ofEpochMilli(r.getLong(2))),
                                    days);
                        },
                        month.unit(),
                        month.month())
                .orElse(null);
    }
}
