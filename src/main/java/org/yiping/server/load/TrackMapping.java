package org.yiping.server.load;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the columns of somebody's file become past positions (轨迹): the whole knowledge of a foreign shape, as
/// data.
///
/// `columns` says for unit, time, longitude and latitude which columns may hold them, the first one there
/// counts. `header` names the columns of files that have no header of their own. `dateFormats` are tried in
/// order, after RFC 3339; times without a zone are of `zone`, absent: of the city. `crs` names the coordinate
/// system where it is not the command's or the city's. `kind` is that of the units. See docs/import.md.
/// Immutable; any thread.
public record TrackMapping(
        String name,
        String kind,
        @Nullable String zone,
        @Nullable String crs,
        List<String> dateFormats,
        @Nullable List<String> header,
        Map<String, List<String>> columns) {
    private static final Set<String> FIELDS = Set.of("unit", "time", "longitude", "latitude");

    public TrackMapping {
        columns = Map.copyOf(columns);
        dateFormats = List.copyOf(dateFormats);
        if (!columns.keySet().equals(FIELDS)) {
            throw new IllegalArgumentException("columns are " + FIELDS + ", each a list of names");
        }
    }
}
