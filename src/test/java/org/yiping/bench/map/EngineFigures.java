package org.yiping.bench.map;

import java.nio.file.Path;
import java.util.List;
import org.yiping.console.map.PointLayer;

/// Rows of `bench map` that need no window, each against its peer in turn, on one thread. Takes the city's folder.
public final class EngineFigures {
    private EngineFigures() {}

    public static void main(String[] arguments) {
        BigCity city = BigCity.read(Path.of(arguments[0]));
        memory(city);
        new RasterFigures(city).measure();
        new QueryFigures(city).measure();
    }

    /// What the layers of a million components hold alive, their ids included.
    private static void memory(BigCity city) {
        long before = used();
        List<PointLayer> layers = city.componentLayers();
        long after = used();
        int n = layers.stream().mapToInt(PointLayer::size).sum();
        String[] ids = new String[n];
        city.components((id, _, _) -> ids[Integer.parseInt(id.substring(2))] = id);
        double text = (used() - after) / (double) n - 4;
        java.lang.ref.Reference.reachabilityFence(ids);
        java.lang.ref.Reference.reachabilityFence(layers);
        Figures.say(
                "%d components keep %.1f MB alive; the text of their ids is %.1f bytes each",
                n, (after - before) / 1e6, text);
        Figures.row("bytes_per_component", (after - before) / (double) n);
        Figures.row("id_text_bytes_per_component", text);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
