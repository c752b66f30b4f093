package org.yiping.bench;

import java.util.Map;
import java.util.function.Supplier;
import org.yiping.figures.Report;

/// `./yiping bench NAME`. A JSON line for each row as soon as it is measured, one JSON object at the end; exits 0 when
/// every part ran and every row was measured, met or not.
public final class Main {
    private static final Map<String, Supplier<Bench>> BENCHES = Map.ofEntries(
            Map.entry("casework", CaseworkBench::new),
            Map.entry("hands", HandsBench::new),
            Map.entry("import", ImportBench::new),
            Map.entry("kpi", KpiBench::new),
            Map.entry("map", MapBench::new),
            Map.entry("map --web", WebMapBench::new),
            Map.entry("push", PushBench::new),
            Map.entry("replay", ReplayBench::new),
            Map.entry("sensors", SensorBench::new),
            Map.entry("staff", StaffBench::new),
            Map.entry("start", StartBench::new),
            Map.entry("video", VideoBench::new),
            Map.entry("wall", WallBench::new),
            Map.entry("workbench", WorkbenchBench::new));

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
        Rows rows;
        try (Hall hall = new Hall(name.replace(" --", "-"))) {
            rows = new Rows(name, hall, Rows.wanted());
            rows.whole(() -> wanted.get().run(hall, rows));
        } catch (MissingData e) {
            System.err.println(e.getMessage());
            System.exit(3);
            return;
        }
        new Report("bench", name).rows(rows.all()).with("failed", rows.failed()).print();
        System.exit(rows.measured() ? 0 : 1);
    }

    /// The data folder a bench needs is not there.
    static final class MissingData extends Exception {
        private static final long serialVersionUID = 1;

        MissingData(String words) {
            super(words);
        }
    }
}
