package org.yiping.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.yiping.figures.Report;
import org.yiping.figures.Row;

/// `./yiping bench NAME`. Ends with one JSON object; exits 0 when every row was measured, met or not.
public final class Main {
    private static final Map<String, Supplier<Bench>> BENCHES = Map.of(
            "casework",
            CaseworkBench::new,
            "hands",
            HandsBench::new,
            "import",
            ImportBench::new,
            "map",
            MapBench::new,
            "map --web",
            WebMapBench::new,
            "push",
            PushBench::new,
            "replay",
            ReplayBench::new,
            "sensors",
            SensorBench::new,
            "start",
            StartBench::new,
            "workbench",
            WorkbenchBench::new);

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        String name = String.join(" ", arguments);
        Supplier<Bench> wanted = BENCHES.get(name);
        if (wanted == null) {
            System.err.println("usage: bench "
                    + String.join("|", BENCHES.keySet().stream().sorted().toList()));
            System.exit(2);
            return;
        }
        List<Row> rows;
        try (Hall hall = new Hall(name.replace(" --", "-"))) {
            rows = wanted.get().run(hall);
        } catch (MissingData e) {
            System.err.println(e.getMessage());
            System.exit(3);
            return;
        }
        new Report("bench", name).rows(rows).print();
        boolean measured = rows.stream().allMatch(r -> r.value() != null);
        System.exit(measured ? 0 : 1);
    }

    /// The data folder a bench needs is not there.
    static final class MissingData extends Exception {
        private static final long serialVersionUID = 1;

        MissingData(String words) {
            super(words);
        }
    }
}
