package org.yiping.server.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.advice.Past;
import org.yiping.domain.advice.Sighting;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;

/// Cases by what lies near them in place and time. Any thread.
public final class Vicinity {
    private static final int LARGEST = 1_000;

    private final Database database;

    public Vicinity(Database database) {
        this.database = database;
    }

    /// Asks the past on a connection of its own.
    public <T> T past(Function<Past, T> question) {
        return database.with(c -> question.apply(new SqlPast(c)));
    }

    /// Cases of a class within reach, reported between two instants, that are not void.
    public List<Sighting> near(ClassCode classCode, Position place, int metres, Instant from, Instant until) {
        String sql =
                "SELECT k_id, k_class, k_longitude, k_latitude, k_reported_ms, k_born FROM case_keys WHERE k_tile = ?"
                        + " AND k_class = ? AND k_reported_ms >= ? AND k_reported_ms <= ?"
                        + " ORDER BY k_tile, k_class, k_reported_ms DESC FETCH FIRST " + LARGEST + " ROWS ONLY";
        // Tile by tile: among several tiles at once H2 would not use the index beyond its first column.
        return database.with(c -> {
            Map<Long, Sighting> near = new LinkedHashMap<>();
            for (long tile : Tiles.around(place, metres)) {
                Sql.list(
                        c,
                        sql,
                        r -> near.put(r.getLong(6), sighting(r)),
                        tile,
                        classCode.value(),
                        from.toEpochMilli(),
                        until.toEpochMilli());
            }
            near.values().removeIf(s -> place.distanceMetres(s.position()) > metres);
            List<Sighting> found = valid(c, near);
            found.sort(Comparator.comparing(Sighting::at).reversed());
            return found.subList(0, Math.min(LARGEST, found.size()));
        });
    }

    /// Those that are not void.
    private static List<Sighting> valid(Connection c, Map<Long, Sighting> byBorn) throws SQLException {
        if (byBorn.isEmpty()) {
            return new ArrayList<>();
        }
        return Sql.list(
                c,
                "SELECT born FROM cases WHERE ending <> 'VOIDED' AND born IN ("
                        + String.join(",", Collections.nCopies(byBorn.size(), "?")) + ")",
                r -> Objects.requireNonNull(byBorn.get(r.getLong(1))),
                byBorn.keySet().toArray());
    }

    /// Every case with a place that somebody may see, reported since then and not void.
    public List<Sighting> since(Instant from, Reach reach) {
        return since(from, reach, null);
    }

    /// The same of an area: what lies in none, which every reach sees, lies not in this one.
    public List<Sighting> since(Instant from, Reach reach, @Nullable AreaCode area) {
        List<String> where = new ArrayList<>(List.of(
                "born IN (SELECT k_born FROM case_keys WHERE k_reported_ms >= ?)",
                "tile IS NOT NULL",
                "ending <> 'VOIDED'"));
        List<@Nullable Object> args = new ArrayList<>();
        args.add(from.toEpochMilli());
        reach.restrict(where, args);
        if (area != null) {
            where.add("area LIKE ? ESCAPE '!'");
            args.add(Sql.literal(area.value()) + "%");
        }
        String sql = "SELECT id, class_code, longitude, latitude, reported_ms FROM cases WHERE "
                + String.join(" AND ", where);
        return database.with(c -> Sql.list(c, sql, Vicinity::sighting, args.toArray()));
    }

    /// In how many cases of this caller since then each area was named.
    public Map<String, Integer> areasOf(String phone, Instant since) {
        String handle = Callers.handle(phone);
        Map<String, Integer> areas = new TreeMap<>();
        if (handle != null) {
            database.with(c -> Sql.list(
                    c,
                    "SELECT area, COUNT(*) FROM cases WHERE area IS NOT NULL AND born IN"
                            + " (SELECT k_born FROM case_keys WHERE k_caller = ? AND k_reported_ms >= ?) GROUP BY area",
                    r -> areas.put(r.getString(1), r.getInt(2)),
                    handle,
                    since.toEpochMilli()));
        }
        return areas;
    }

    /// The open cases each department has.
    public Map<String, String> openByCase() {
        Map<String, String> open = new TreeMap<>();
        database.with(c -> Sql.list(
                c,
                "SELECT id, department FROM cases WHERE ending IN ('OPEN', 'PAUSED') AND department IS NOT NULL",
                r -> open.put(r.getString(1), r.getString(2))));
        return open;
    }

    private static Sighting sighting(ResultSet r) throws SQLException {
        return new Sighting(
                new CaseId(r.getString(1)),
                new ClassCode(r.getString(2)),
                new Position(r.getDouble(3), r.getDouble(4)),
                Instant.ofEpochMilli(r.getLong(5)));
    }
}
