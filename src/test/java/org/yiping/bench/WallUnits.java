package org.yiping.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.yiping.figures.Row;

/// How many units of a wall's machine systemd understands without a word. No bench and no test runs them under it, and
/// the row says so; without systemd it has no value.
final class WallUnits {
    private static final int NOBODY_TO_ASK = 77;

    private WallUnits() {}

    static void measure(Hall hall, Rows rows) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(
                        "bash", hall.packaging().resolve("launcher/units.sh").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int status = asked.waitFor();
        if (status != 0 && status != NOBODY_TO_ASK) {
            throw new IOException("systemd does not understand the units: " + said);
        }
        System.out.println("units of the wall's machine: " + said);
        rows.add(Row.told("units_verified", status == 0 ? Double.valueOf(said) : null, "units, not run under systemd"));
    }
}
