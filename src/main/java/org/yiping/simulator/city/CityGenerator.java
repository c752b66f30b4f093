package org.yiping.simulator.city;

import java.io.IOException;
import java.nio.file.Path;

/// Writes the demo city (示范市) as a city folder: a fictional city laid over real street lines. The same seed gives the
/// same bytes. Stateless between calls; any thread.
///
/// Everything but the streets' lines and names is invented from the street net, so that a full map can be shown without
/// anybody's data; `NOTICE` and `LICENSE` in the folder say so.
public final class CityGenerator {
    private final long seed;

    public CityGenerator(long seed) {
        this.seed = seed;
    }

    /// Creates the folder where missing and writes all files of a city into it, replacing older ones.
    public void write(Path folder) throws IOException {
        new CityFiles(CityPlan.draw(seed), seed).write(folder);
    }
}
