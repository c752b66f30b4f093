package org.yiping.soak;

import java.time.Duration;
import java.util.List;
import org.yiping.figures.Row;

/// A long run of one part of the product: goes on until the stretch ends and answers with figures that have a goal.
interface Soak {
    List<Row> run(Stretch stretch) throws Exception;

    /// How long it goes on unless told otherwise.
    default Duration usual() {
        return Duration.ofHours(1);
    }

    /// What the machine has to have and has not; nothing is measured then.
    final class Unable extends Exception {
        private static final long serialVersionUID = 1;

        Unable(String reason) {
            super(reason);
        }
    }
}
