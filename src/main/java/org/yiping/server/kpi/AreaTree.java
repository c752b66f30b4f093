package org.yiping.server.kpi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.Area;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Which area of a level another one lies in: district, street, community, cell. Immutable; any thread.
final class AreaTree {
    private static final int PAGE = 1_000;
    private static final int DEEPEST = 10;
    private static final List<String> LEVELS = List.of("city", "district", "street", "community", "cell");

    private final Map<String, Area> areas = new HashMap<>();

    AreaTree(Rows rows) {
        List<Row> page;
        long cursor = 0;
        do {
            page = rows.page(Kinds.AREA, CaseFilter.ALL, Reach.CITY, cursor, PAGE);
            for (Row row : page) {
                Area area = Json.mapper().readValue(row.content(), Area.class);
                areas.put(area.code().value(), area);
                cursor = row.place().born();
            }
        } while (page.size() == PAGE);
    }

    /// Absent where the code lies in none of that level. Where a case was put into an area nobody knows, the ones its
    /// code begins with are tried.
    @Nullable
    String of(String code, String level) {
        Area at = nearest(code);
        for (int i = 0; at != null && i < DEEPEST; i++) {
            if (at.level().equals(level)) {
                return at.code().value();
            }
            at = at.parent() == null ? null : areas.get(at.parent().value());
        }
        return null;
    }

    /// The level of the areas that a city (no code) or an area is made of; its own level at the lowest.
    String below(@Nullable String code) {
        Area at = code == null ? null : nearest(code);
        int place = at == null ? LEVELS.indexOf("city") : LEVELS.indexOf(at.level());
        return LEVELS.get(Math.min(place + 1, LEVELS.size() - 1));
    }

    private @Nullable Area nearest(String code) {
        for (int length = code.length(); length > 0; length--) {
            Area found = areas.get(code.substring(0, length));
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
