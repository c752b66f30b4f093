package org.yiping.domain.wall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the computers of a wall can decode and hold the camera pictures of a scene. Immutable; any thread.
///
/// What a computer has measured itself goes before what somebody typed (`typed`, of the whole wall); where there is
/// neither, that is what is found. Each computer is asked for what lies on its own monitors.
record PictureLoad(WallRules.@Nullable Decoding typed, List<WallTeam.Computer> computers) {
    /// Pictures in a row from this shape of a tile on, as the wall lays them.
    private static final double FLAT = 3;

    /// Pictures on one computer's monitors, small and large.
    private record Some(int small, int large) {
        int all() {
            return small + large;
        }

        Some and(Some o) {
            return new Some(small + o.small, large + o.large);
        }

        /// Whichever asks more of a machine: of panels that take turns one is on.
        static final Comparator<Some> HEAVIER =
                Comparator.comparingInt(Some::large).thenComparingInt(Some::small);
    }

    /// In one panel.
    static int pictures(WallScene.Shown shown) {
        int side = shown.number("side", Lettering.SIDE);
        return side * side;
    }

    /// Of a layout with so many `pictures`, the `index`th of its scene, as it lies on so many monitors.
    List<Finding> findings(int index, int pictures, Arrangement arrangement, WallScene.Grid monitors) {
        List<Finding> found = new ArrayList<>();
        if (pictures == 0) {
            return found;
        }
        if (computers.stream().noneMatch(c -> c.measured() != null)) {
            typed(index, pictures, found);
            return found;
        }
        boolean placed = computers.stream().anyMatch(c -> c.isOn(monitors));
        if (!placed) { // nobody knows whose monitors they would be
            typed(index, pictures, found);
            return found;
        }
        for (WallTeam.Computer computer : computers) {
            Some here = arrangement.tiles().stream()
                    .map(t -> on(computer, t, monitors))
                    .reduce(new Some(0, 0), Some::and);
            if (here.all() > 0) {
                measured(index, computer, here, found);
            }
        }
        return found;
    }

    private void typed(int index, int pictures, List<Finding> found) {
        if (typed == null) {
            found.add(new Finding(Finding.Rule.DECODING_UNKNOWN, index, -1, "", pictures, 0));
            return;
        }
        if (pictures > typed.pictures()) {
            found.add(new Finding(Finding.Rule.DECODING, index, -1, typed.measured(), pictures, typed.pictures()));
        }
        // a number for the whole wall says nothing of one computer among several
        Integer mb = typed.mb();
        int memory = computers.size() == 1 ? computers.getFirst().memoryMb() : 0;
        if (mb == null || memory == 0) {
            found.add(new Finding(Finding.Rule.MEMORY_UNKNOWN, index, -1, "", pictures, 0));
        } else {
            memory(index, typed.measured(), (double) pictures * mb, memory, found);
        }
    }

    private static void measured(int index, WallTeam.Computer computer, Some here, List<Finding> found) {
        String name = computer.node().value();
        WallMachine.Measured measured = computer.measured();
        if (measured == null) {
            found.add(new Finding(Finding.Rule.DECODING_UNKNOWN, index, -1, name, here.all(), 0));
            return;
        }
        String by = name + "/" + measured.at();
        double share = measured.share(here.small, here.large);
        if (share > 1) {
            found.add(new Finding(
                    Finding.Rule.DECODING_MEASURED, index, -1, by, here.all(), Math.floor(here.all() / share)));
        }
        Double mb = mb(here, measured);
        if (mb == null || computer.memoryMb() == 0) {
            found.add(new Finding(Finding.Rule.MEMORY_UNKNOWN, index, -1, name, here.all(), 0));
        } else {
            memory(index, by, mb, computer.memoryMb(), found);
        }
    }

    private static void memory(int index, String by, double mb, int memoryMb, List<Finding> found) {
        double room = Math.floor(memoryMb * WallMachine.MEMORY);
        if (mb > room) {
            found.add(new Finding(Finding.Rule.MEMORY, index, -1, by, mb, room));
        }
    }

    /// With the wall's own program; unknown where any part of it is.
    private static @Nullable Double mb(Some here, WallMachine.Measured measured) {
        Double own = measured.ownMb();
        Double small = here.small == 0 ? Double.valueOf(0) : measured.smallMb();
        Double large = here.large == 0 ? Double.valueOf(0) : measured.largeMb();
        return own == null || small == null || large == null
                ? null
                : Double.valueOf(own + here.small * small + here.large * large);
    }

    /// The pictures of a tile on a computer's monitors, at the most that any of its turns has.
    private static Some on(WallTeam.Computer computer, Arrangement.Placed tile, WallScene.Grid monitors) {
        return tile.tile().panels().stream()
                .filter(p -> p.panel() == PanelKind.CAMERAS)
                .flatMap(p -> tile.pieces().stream()
                        .filter(piece -> computer.has(piece.window(), monitors))
                        .map(piece -> pictures(p, piece.box())))
                .max(Some.HEAVIER)
                .orElse(new Some(0, 0));
    }

    private static Some pictures(WallScene.Shown shown, Box box) {
        int count = pictures(shown);
        int across = box.width() > FLAT * box.height() ? count : shown.number("side", Lettering.SIDE);
        boolean large = box.width() / Math.max(1, across) > WallMachine.Measured.SMALL;
        return large ? new Some(0, count) : new Some(count, 0);
    }
}
