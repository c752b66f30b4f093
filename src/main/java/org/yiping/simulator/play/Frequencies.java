package org.yiping.simulator.play;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.simulator.city.Table;

/// How often each class is reported: real relative counts of one city (`demo/frequencies.csv`,
/// domain.md 4.4), and how many in a hundred of it are urgent. Immutable; any thread.
final class Frequencies {
    private final List<Line> lines = new ArrayList<>();
    private final int total;

    record Line(ClassCode classCode, int weight, int urgentPercent) {}

    Frequencies() {
        int sum = 0;
        for (String[] row : Table.rows("frequencies.csv")) {
            Line line = new Line(new ClassCode(row[0]), Integer.parseInt(row[1]), Integer.parseInt(row[2]));
            lines.add(line);
            sum += line.weight();
        }
        total = sum;
    }

    Line draw(RandomGenerator random) {
        int at = random.nextInt(total);
        for (Line line : lines) {
            at -= line.weight();
            if (at < 0) {
                return line;
            }
        }
        return lines.getLast();
    }
}
