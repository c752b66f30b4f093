package org.yiping.server.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiping.domain.kpi.Span;

/// Days of people in the field as they were judged. A day stands here for what it was made of alone, and
/// `TrackTable` takes it out when a fix comes into it: what is found is what would be judged now. Any thread.
public final class StaffDayTable {
    private final Database database;

    public StaffDayTable(Database database) {
        this.database = database;
    }

    /// A day's text and the hash of what it was made of.
    public record Kept(String madeOf, String content) {}

    /// Which day of whom.
    public record Key(String unit, long fromMillis) {}

    /// One to be kept.
    public record Made(Key key, long untilMillis, Kept kept) {}

    /// All days that begin in a span.
    public Map<Key, Kept> between(Span span) {
        Map<Key, Kept> days = new HashMap<>();
        database.with(c -> Sql.list(
                        c,
                        "SELECT unit, from_ms, made_of, content FROM staff_days WHERE from_ms >= ? AND from_ms < ?",
                        r -> days.put(new Key(r.getString(1), r.getLong(2)), new Kept(r.getString(3), r.getString(4))),
                        span.from().toEpochMilli(),
                        span.until().toEpochMilli())
                .size());
        return days;
    }

    /// Lost at a crash they are judged again, so nothing is forced to disk.
    public void put(List<Made> days) {
        database.transact(c -> {
            for (Made day : days) {
                Sql.update(
                        c,
                        "DELETE FROM staff_days WHERE unit = ? AND from_ms = ?",
                        day.key().unit(),
                        day.key().fromMillis());
                Sql.update(
                        c,
                        "INSERT INTO staff_days (unit, from_ms, until_ms, made_of, content) VALUES (?, ?, ?, ?, ?)",
                        day.key().unit(),
                        day.key().fromMillis(),
                        day.untilMillis(),
                        day.kept().madeOf(),
                        day.kept().content());
            }
            return null;
        });
    }
}
