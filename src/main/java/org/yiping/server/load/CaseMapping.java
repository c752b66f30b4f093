package org.yiping.server.load;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.geo.CoordinateSystem;

/// How the columns of another platform's files become cases: the whole knowledge of a foreign shape, as data.
///
/// `columns` says which column holds a field of ours (number, reportedAt, dueAt, closedAt, state, title, remark,
/// major, class, department, address, longitude, latitude, source, callerName, callerPhone);
/// `constants` gives fields the files do not have. `states` and `sources` translate words; a state word
/// that is missing refuses its row, a source word that is missing becomes its own open code.
/// `noLocation` lists [longitude, latitude] points that mean 'unknown'. `crs` names the coordinate
/// system of longitude and latitude where it is not WGS 84. See docs/import.md. Immutable; any thread.
public record CaseMapping(
        String name,
        String encoding,
        String zone,
        List<String> dateFormats,
        Map<String, String> columns,
        Map<String, String> constants,
        Map<String, String> states,
        Map<String, String> sources,
        List<List<Double>> noLocation,
        @Nullable String crs) {
    private static final Set<String> FIELDS = Set.of(
            "number",
            "reportedAt",
            "dueAt",
            "closedAt",
            "state",
            "title",
            "remark",
            "major",
            "class",
            "department",
            "address",
            "longitude",
            "latitude",
            "source",
            "callerName",
            "callerPhone");

    public CaseMapping {
        columns = columns == null ? Map.of() : Map.copyOf(columns);
        constants = constants == null ? Map.of() : Map.copyOf(constants);
        states = states == null ? Map.of() : Map.copyOf(states);
        sources = sources == null ? Map.of() : Map.copyOf(sources);
        noLocation = noLocation == null ? List.of() : List.copyOf(noLocation);
        dateFormats = List.copyOf(dateFormats);
        if (crs != null) {
            CoordinateSystem.of(crs); // one that cannot be read is said here, not at the first row
        }
        for (String field : columns.keySet()) {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException("columns." + field + " is not a field; known are " + FIELDS);
            }
        }
        for (String needed : List.of("number", "reportedAt", "class")) {
            if (!columns.containsKey(needed) && !constants.containsKey(needed)) {
                throw new IllegalArgumentException("the mapping gives no " + needed);
            }
        }
    }

    Charset charset() {
        return Charset.forName(encoding);
    }

    CoordinateSystem system() {
        return crs == null ? CoordinateSystem.WGS_84 : CoordinateSystem.of(crs);
    }

    ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    List<DateTimeFormatter> formatters() {
        return dateFormats.stream().map(DateTimeFormatter::ofPattern).toList();
    }

    @Nullable
    String constant(String field) {
        return constants.get(field);
    }
}
