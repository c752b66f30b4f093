package org.yiping.bench.map;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.yiping.console.map.ComponentLayers;
import org.yiping.console.map.PointLayer;
import org.yiping.domain.component.ComponentTable;

/// Rows of `bench map` that need no window, each against its peer in turn, on one thread. Takes the city's folder.
public final class EngineFigures {
    private EngineFigures() {}

    public static void main(String[] arguments) {
        BigCity city = BigCity.read(Path.of(arguments[0]));
        memory(city);
        new RasterFigures(city).measure();
        new QueryFigures(city).measure();
        new FilterFigures(city).measure();
    }

    /// What a million components hold alive: the table with all that is known of each and the map's layers over it;
    /// what of it is which, by its arrays. Without ids and finding them it would be less.
    private static void memory(BigCity city) {
        // the first one lives on, so that only the second makes the difference
        Object first = ComponentLayers.of("components", city.componentTable(), city.projection(), Set.of());
        long before = used();
        ComponentTable table = city.componentTable();
        List<PointLayer> layers = ComponentLayers.of("components", table, city.projection(), Set.of());
        double n = table.size();
        double each = (used() - before) / n;
        ComponentTable.Bytes bytes = table.bytes();
        java.lang.ref.Reference.reachabilityFence(layers);
        java.lang.ref.Reference.reachabilityFence(first);
        Figures.say(
                "%.0f components keep %.1f bytes alive each: places %.2f, class and departments %.2f, name %.2f, area %.2f,"
                        + " id %.2f, finding an id %.2f, the map's index the rest",
                n,
                each,
                bytes.places() / n,
                bytes.kinds() / n,
                bytes.names() / n,
                bytes.areas() / n,
                bytes.ids() / n,
                bytes.finding() / n);
        Figures.row("bytes_per_component", each);
        Figures.row("id_bytes_per_component", (bytes.ids() + bytes.finding()) / n);
    }

    /// The plain collector leaves up to a twentieth of the heap uncollected but for every fourth time.
    private static long used() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
