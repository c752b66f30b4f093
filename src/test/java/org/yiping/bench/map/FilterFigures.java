package org.yiping.bench.map;

import java.util.BitSet;
import java.util.Set;
import org.yiping.console.map.ComponentLayers;
import org.yiping.console.map.MapProbe;
import org.yiping.console.map.filter.ComponentAttributes;
import org.yiping.console.map.filter.RowFilter;
import org.yiping.domain.component.ComponentTable;

/// A filter over a million components as the product applies it: its words read, its rows worked out, the map's layers
/// made of them and counted into their pyramids. One thread.
final class FilterFigures {
    private static final int ROUNDS = 9;
    private static final String BY_COLUMNS = "class LIKE 'C-01%' AND NOT (class = 'C-0101' OR owner IS NULL)";
    private static final String BY_NAME = "name LIKE '%1%'";

    private final BigCity city;
    private final ComponentTable table;

    FilterFigures(BigCity city) {
        this.city = city;
        this.table = city.componentTable();
    }

    void measure() {
        var middle = city.projection().toPosition(city.heart());
        String byPlace = "DWITHIN(geometry, POINT(" + middle.longitude() + " " + middle.latitude()
                + "), 3, kilometers) AND class <> 'C-0101'";
        double columns = Math.max(millis(BY_COLUMNS), millis(byPlace));
        Figures.row("filter_apply_ms", columns);
        Figures.row("filter_by_name_ms", millis(BY_NAME));
    }

    private double millis(String words) {
        int[] kept = {0};
        double[] times = new double[ROUNDS];
        for (int i = -3; i < ROUNDS; i++) {
            double time = Figures.millis(() -> kept[0] = applied(words));
            if (i >= 0) {
                times[i] = time;
            }
        }
        Figures.say("filter %s: %d of %d in %.1f ms", words, kept[0], table.size(), Figures.median(times));
        return Figures.median(times);
    }

    private int applied(String words) {
        RowFilter filter = RowFilter.read(words, ComponentAttributes.NAMES, city.projection());
        BitSet rows = filter.rows(ComponentAttributes.of(table, filter));
        return MapProbe.counted(ComponentLayers.of("components", table, Set.of(), rows));
    }
}
