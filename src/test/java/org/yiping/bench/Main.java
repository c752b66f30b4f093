package org.yiping.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Json;

/// `./yiping bench NAME`. Ends with one JSON object; exits 0 when every row was measured, met or not.
public final class Main {
    private static final Map<String, Supplier<Bench>> BENCHES = Map.of(
            "casework", CaseworkBench::new,
            "import", ImportBench::new,
            "push", PushBench::new, "replay", ReplayBench::new,
            "start", StartBench::new);

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Supplier<Bench> wanted = arguments.length == 1 ? BENCHES.get(arguments[0]) : null;
        if (wanted == null) {
            System.err.println("usage: bench "
                    + String.join("|", BENCHES.keySet().stream().sorted().toList()));
            System.exit(2);
            return;
        }
        String name = arguments[0];
        List<Row> rows;
        try (Hall hall = new Hall(name)) {
            rows = wanted.get().run(hall);
        } catch (MissingData e) {
            System.err.println(e.getMessage());
            System.exit(3);
            return;
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("bench", name);
        report.put("rows", rows.stream().map(Main::wire).toList());
        report.put("machine", machine());
        boolean measured = rows.stream().allMatch(r -> r.value() != null);
        System.out.println(Json.mapper().writeValueAsString(report));
        System.exit(measured ? 0 : 1);
    }

    private static Map<String, @Nullable Object> wire(Row row) {
        Map<String, @Nullable Object> wire = new LinkedHashMap<>();
        wire.put("name", row.name());
        wire.put("value", row.value());
        wire.put("unit", row.unit());
        wire.put("goal", row.goal());
        wire.put("ok", row.ok());
        return wire;
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + ", Java " + Runtime.version();
    }

    /// The data folder a bench needs is not there.
    static final class MissingData extends Exception {
        private static final long serialVersionUID = 1;

        MissingData(String words) {
            super(words);
        }
    }
}
