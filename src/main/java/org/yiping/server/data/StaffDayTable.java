package org.yiping.server.data;

import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiping.domain.kpi.Span;

/// Days of people in the field as they were judged. A day stands here for what it was made of alone, and
/// `TrackTable` takes it out when a fix comes into the time it was judged over: what is found is what would be judged
/// now. Any thread.
public final class StaffDayTable {
    private final Database database;

    public StaffDayTable(Database database) {
        this.database = database;
    }

    /// A day's text and the hash of what it was made of.
    public record Kept(String madeOf, String content) {}

    /// Which day of whom.
    public record Key(String unit, LocalDate day) {}

    /// One to be kept, with the time it was judged over.
    public record Made(Key key, Span whole, Kept kept) {}

    /// The days of one unit from one to another.
    public Map<LocalDate, Kept> of(String unit, LocalDate first, LocalDate last) {
        Map<LocalDate, Kept> days = new HashMap<>();
        database.with(c -> Sql.list(
                        c,
                        "SELECT epoch_day, made_of, content FROM staff_days WHERE unit = ? AND epoch_day >= ?"
                                + " AND epoch_day <= ?",
                        r -> days.put(LocalDate.ofEpochDay(r.getLong(1)), new Kept(r.getString(2), r.getString(3))),
                        unit,
                        first.toEpochDay(),
                        last.toEpochDay())
                .size());
        return days;
    }

    /// Lost at a crash they are judged again, so nothing is forced to disk.
    public void put(List<Made> days) {
        database.transact(c -> {
            try (PreparedStatement delete =
                            c.prepareStatement("DELETE FROM staff_days WHERE unit = ? AND epoch_day = ?");
                    PreparedStatement insert = c.prepareStatement(
                            "INSERT INTO staff_days (unit, epoch_day, from_ms, until_ms, made_of, content)"
                                    + " VALUES (?, ?, ?, ?, ?, ?)")) {
                for (Made day : days) {
                    Sql.set(delete, day.key().unit(), day.key().day().toEpochDay());
                    delete.addBatch();
                    Sql.set(
                            insert,
                            day.key().unit(),
                            day.key().day().toEpochDay(),
                            day.whole().from().toEpochMilli(),
                            day.whole().until().toEpochMilli(),
                            day.kept().madeOf(),
                            day.kept().content());
                    insert.addBatch();
                }
                delete.executeBatch();
                insert.executeBatch();
            }
            return null;
        });
    }
}
