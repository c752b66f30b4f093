package org.yiping.server.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiping.domain.advice.Past;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;

/// Past rulings as the table of cases has them, through its indexes. One thread: the connection's.
final class SqlPast implements Past {
    /// The newest so many rulings count: a thousand say no more than these.
    private static final int MOST = 60;
    /// So many of the newest cases are looked at for them.
    private static final int LOOKED_AT = 100;

    private final Connection connection;

    SqlPast(Connection connection) {
        this.connection = connection;
    }

    @Override
    public List<Ruling> ofComponent(ComponentId component, Instant since) {
        return rulings(list(
                "SELECT k_born FROM case_keys WHERE k_component = ? AND k_reported_ms >= ?"
                        + " ORDER BY k_component, k_reported_ms DESC FETCH FIRST " + LOOKED_AT + " ROWS ONLY",
                r -> r.getLong(1),
                component.value(),
                since.toEpochMilli()));
    }

    @Override
    public List<Ruling> near(ClassCode classCode, Position place, int metres, Instant since) {
        // Tile by tile: among several tiles at once H2 would not use the index beyond its first column.
        List<Known> within = new ArrayList<>();
        for (long tile : Tiles.around(place, metres)) {
            within.addAll(list(
                    "SELECT k_born, k_longitude, k_latitude, k_reported_ms FROM case_keys WHERE k_tile = ? AND k_class = ?"
                            + " AND k_reported_ms >= ?"
                            + " ORDER BY k_tile, k_class, k_reported_ms DESC FETCH FIRST " + LOOKED_AT + " ROWS ONLY",
                    r -> new Known(r.getLong(1), new Position(r.getDouble(2), r.getDouble(3)), r.getLong(4)),
                    tile,
                    classCode.value(),
                    since.toEpochMilli()));
        }
        within.removeIf(k -> place.distanceMetres(k.at()) > metres);
        within.sort(Comparator.comparingLong(Known::reportedMs).reversed());
        return rulings(within.stream().limit(LOOKED_AT).map(Known::born).toList());
    }

    private record Known(long born, Position at, long reportedMs) {}

    private List<Ruling> rulings(List<Long> borns) {
        if (borns.isEmpty()) {
            return List.of();
        }
        return counted(list(
                "SELECT department FROM cases WHERE ending = 'CLOSED' AND department IS NOT NULL AND born IN ("
                        + String.join(",", Collections.nCopies(borns.size(), "?")) + ") ORDER BY reported_ms DESC"
                        + " FETCH FIRST " + MOST + " ROWS ONLY",
                r -> new DepartmentId(r.getString(1)),
                borns.toArray()));
    }

    private <T> List<T> list(String sql, Sql.Row<T> row, Object... args) {
        try {
            return Sql.list(connection, sql, row, args);
        } catch (SQLException e) {
            throw new StorageException("storage failed: " + e.getSQLState(), e);
        }
    }

    private static List<Ruling> counted(List<DepartmentId> newestFirst) {
        Map<DepartmentId, Integer> counts = new LinkedHashMap<>();
        newestFirst.forEach(department -> counts.merge(department, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(e -> new Ruling(e.getKey(), e.getValue()))
                .toList();
    }
}
