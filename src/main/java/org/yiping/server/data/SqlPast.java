package org.yiping.server.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
        return counted("component = ?", List.of(component.value(), since.toEpochMilli()), null, 0);
    }

    @Override
    public List<Ruling> near(ClassCode classCode, Position place, int metres, Instant since) {
        List<Long> tiles = Tiles.around(place, metres);
        List<@Nullable Object> args = new ArrayList<>(tiles);
        args.add(classCode.value());
        args.add(since.toEpochMilli());
        String in = String.join(",", Collections.nCopies(tiles.size(), "?"));
        return counted("tile IN (" + in + ") AND class_code = ?", args, place, metres);
    }

    private record Closed(DepartmentId department, @Nullable Position at) {}

    private List<Ruling> counted(String where, List<?> args, @Nullable Position centre, int metres) {
        List<Closed> rows;
        try {
            rows = Sql.list(
                    connection,
                    "SELECT department, longitude, latitude FROM cases WHERE " + where
                            + " AND reported_ms >= ? AND ending = 'CLOSED' AND department IS NOT NULL"
                            + " ORDER BY reported_ms DESC FETCH FIRST " + MOST + " ROWS ONLY",
                    r -> {
                        double longitude = r.getDouble(2);
                        Position at = r.wasNull() ? null : new Position(longitude, r.getDouble(3));
                        return new Closed(new DepartmentId(r.getString(1)), at);
                    },
                    args.toArray());
        } catch (SQLException e) {
            throw new StorageException("storage failed: " + e.getSQLState(), e);
        }
        Map<DepartmentId, Integer> counts = new LinkedHashMap<>();
        for (Closed row : rows) {
            if (centre == null || (row.at() != null && centre.distanceMetres(row.at()) <= metres)) {
                counts.merge(row.department(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(e -> new Ruling(e.getKey(), e.getValue()))
                .toList();
    }
}
