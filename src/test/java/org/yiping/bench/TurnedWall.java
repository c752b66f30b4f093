package org.yiping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A wall under way with a supervisor's hand at its keyboard (`HandedWall`), as a bench asks things of it. One thread.
record TurnedWall(Hall.Program program, Path folder) {
    private static final int PATIENCE_SECONDS = 180;

    static TurnedWall start(Hall hall, Path own, String[] seat) throws IOException {
        Path folder = Files.createDirectories(own.resolve("hand"));
        List<String> arguments = new ArrayList<>(List.of(folder.toString(), "--mode", "wall"));
        arguments.addAll(List.of(seat));
        Hall.Program program =
                hall.startBeside("WALL", "org.yiping.bench.wall.HandedWall", arguments.toArray(String[]::new));
        program.drain();
        return new TurnedWall(program, folder);
    }

    /// When so many windows had been painted, by the machine's clock, at `since` or later; absent where they never
    /// were.
    Optional<Long> windows(int many, long since) throws Exception {
        Path told = folder.resolve("windows");
        List<Long> found = new ArrayList<>();
        Hall.await(
                () -> {
                    if (Files.exists(told)) {
                        Files.readAllLines(told).stream()
                                .map(l -> l.split(" "))
                                .filter(w -> w.length == 2 && Integer.parseInt(w[0]) == many)
                                .map(w -> Long.parseLong(w[1]))
                                .filter(at -> at >= since)
                                .findFirst()
                                .ifPresent(found::add);
                    }
                    return !found.isEmpty();
                },
                PATIENCE_SECONDS);
        return found.stream().findFirst();
    }

    /// Waits until the whole map stands; the wall has to be told that it is watched.
    void drawn() throws Exception {
        if (!Hall.await(() -> Files.exists(folder.resolve("picture")), PATIENCE_SECONDS)) {
            throw new IOException("the map was not drawn; see errors.log");
        }
    }

    /// Goes through so many scenes; what each took in milliseconds to its painted frame.
    double[] turn(int many) throws Exception {
        Path turned = folder.resolve("turned");
        Files.deleteIfExists(turned);
        Path part = folder.resolve("turns.part");
        Files.writeString(part, Integer.toString(many));
        Files.move(part, folder.resolve("turns"));
        Process wall = program.process();
        Hall.await(() -> Files.exists(turned) || !wall.isAlive(), PATIENCE_SECONDS + many * 10);
        if (!Files.exists(turned)) {
            throw new IOException(
                    (wall.isAlive() ? "the wall's hand does not answer" : "the wall has ended with " + wall.exitValue())
                            + "; see errors.log");
        }
        List<String> took = Files.readAllLines(turned);
        System.out.println("changes of scene one after the other, in ms: " + String.join(" ", took));
        return took.stream().mapToDouble(Double::parseDouble).toArray();
    }

    /// The middle of some values.
    static double median(double[] values) {
        return at(values, 0.5);
    }

    /// What so large a share of some values keep below.
    static double at(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    static double most(double[] values) {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }
}
