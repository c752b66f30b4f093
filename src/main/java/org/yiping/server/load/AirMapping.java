package org.yiping.server.load;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How somebody's table of stations and their measured series become sensors with readings, as data.
///
/// A file with the columns of `stations` (station, name, longitude, latitude) lists stations; one with those
/// of `columns` (station, time) and of `values` holds series, a row for each station and time. Each station
/// has one sensor for each of `values`. An empty cell says nothing. See docs/import.md. Immutable; any
/// thread.
public record AirMapping(
        String name,
        String kind,
        String zone,
        @Nullable String crs,
        List<String> dateFormats,
        Map<String, String> stations,
        Map<String, String> columns,
        List<Measured> values) {
    public AirMapping {
        stations = Map.copyOf(stations);
        columns = Map.copyOf(columns);
        values = List.copyOf(values);
        dateFormats = List.copyOf(dateFormats);
        if (!stations.keySet().equals(Set.of("station", "name", "longitude", "latitude"))) {
            throw new IllegalArgumentException("stations: station, name, longitude, latitude");
        }
        if (!columns.keySet().equals(Set.of("station", "time"))) {
            throw new IllegalArgumentException("columns: station, time");
        }
    }

    /// One thing measured: its column, a code for the sensor's id, its name, unit and limits. What lies
    /// outside `least` to `most` is no measurement.
    public record Measured(
            String column,
            String code,
            String name,
            String unit,
            double least,
            double most,
            @Nullable Double warning,
            @Nullable Double alarm) {}
}
