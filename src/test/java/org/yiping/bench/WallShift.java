package org.yiping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A wall of one monitor in a city that works, with a hand that turns its scenes. One thread.
///
/// It exists for the long runs: they see of a wall what can be asked of it from outside.
public final class WallShift implements AutoCloseable {
    private static final Pattern FAULT = Pattern.compile(" ERROR |\\b\\w*(?:Exception|Error)\\b");
    private static final double SPEED = 1;

    private final Hall hall;
    private final TurnedWall wall;

    private WallShift(Hall hall) throws Exception {
        this.hall = hall;
        WallCity city = WallCity.open(hall, "soak", "overview", SPEED);
        Path own = hall.folder().resolve("wall");
        wall = TurnedWall.start(hall, own, city.seat(own, "--screens", "0-0"));
        wall.windows(1, 0).orElseThrow(() -> new IllegalStateException("no window came; see errors.log"));
    }

    /// Programs and files in a folder of their own.
    public static WallShift open(Path folder) throws Exception {
        Hall hall = new Hall(folder);
        boolean opened = false;
        try {
            WallShift shift = new WallShift(hall);
            opened = true;
            return shift;
        } finally {
            if (!opened) {
                hall.close();
            }
        }
    }

    /// Goes through so many scenes; the longest change in milliseconds.
    public double turn(int many) throws Exception {
        return TurnedWall.most(wall.turn(many));
    }

    /// What lives on the wall's heap after everything else was collected.
    public double liveHeapMb() throws IOException, InterruptedException {
        return Watch.liveHeap(wall.program().process());
    }

    /// Lines of all programs' logs that tell of an exception or an error.
    public List<String> faults() throws IOException {
        try (Stream<String> lines = Files.lines(hall.folder().resolve("errors.log"))) {
            return lines.filter(l -> FAULT.matcher(l).find()).toList();
        }
    }

    @Override
    public void close() {
        hall.close();
    }
}
