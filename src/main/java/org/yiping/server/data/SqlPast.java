package org.yiping.server.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.advice.Past;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;

/// Past rulings as the table of cases has them, through its indexes. One thread: the connection's.
final class SqlPast implements Past {
    /// Of a crowded place the newest so many count: a thousand rulings say no more than these.
    private static final int MOST = 200;

    private final Connection connection;

    SqlPast(Connection connection) {
        this.connection = connection;
    }

    @Override
    public List<Ruling> ofComponent(ComponentId component, Instant since) {
        return counted(closed("component = ?", component.value(), since.toEpochMilli()));
    }

    @Override
    public List<Ruling> near(ClassCode classCode, Position place, int metres, Instant since) {
        // Tile by tile: among several tiles at once H2 would not use the index beyond its first column.
        List<Closed> within = new ArrayList<>();
        for (long tile : Tiles.around(place, metres)) {
            within.addAll(closed("tile = ? AND class_code = ?", tile, classCode.value(), since.toEpochMilli()));
        }
        within.removeIf(c -> c.at() == null || place.distanceMetres(c.at()) > metres);
        within.sort(Comparator.comparingLong(Closed::reportedMs).reversed());
        return counted(within.subList(0, Math.min(MOST, within.size())));
    }

    private record Closed(DepartmentId department, @Nullable Position at, long reportedMs) {}

    private List<Closed> closed(String where, Object... args) {
        try {
            return Sql.list(
                    connection,
                    "SELECT department, longitude, latitude, reported_ms FROM cases WHERE " + where
                            + " AND reported_ms >= ? AND ending = 'CLOSED' AND department IS NOT NULL"
                            + " ORDER BY reported_ms DESC FETCH FIRST " + MOST + " ROWS ONLY",
                    r -> {
                        double longitude = r.getDouble(2);
                        Position at = r.wasNull() ? null : new Position(longitude, r.getDouble(3));
                        return new Closed(new DepartmentId(r.getString(1)), at, r.getLong(4));
                    },
                    args);
        } catch (SQLException e) {
            throw new StorageException("storage failed: " + e.getSQLState(), e);
        }
    }

    private static List<Ruling> counted(List<Closed> rows) {
        Map<DepartmentId, Integer> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.merge(row.department(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(e -> new Ruling(e.getKey(), e.getValue()))
                .toList();
    }
}
