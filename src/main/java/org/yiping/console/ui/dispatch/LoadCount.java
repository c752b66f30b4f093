package org.yiping.console.ui.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Pace;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.casework.CaseId;

/// What everybody has open, counted beside the JavaFX thread: for the case that was picked and from time to time. FX
/// thread.
final class LoadCount {
    /// Counting means looking at every case.
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Desk desk;
    private final Hall hall;
    private final Pace pace;
    private final Runnable counted;
    private @Nullable OpenLoads loads;
    private @Nullable CaseId countedFor;
    private Instant countedAt = Instant.MIN;

    /// `counted` is run when it is known for the first time.
    LoadCount(Desk desk, Hall hall, Runnable counted) {
        this.desk = desk;
        this.hall = hall;
        this.pace = new Pace(hall.own());
        this.counted = counted;
    }

    /// Not counted yet is not none.
    Optional<OpenLoads> known() {
        return Optional.ofNullable(loads);
    }

    /// Called every second.
    void tick(@Nullable CaseId picked) {
        Instant now = hall.now();
        boolean due = !Objects.equals(picked, countedFor) || !now.isBefore(countedAt.plus(EVERY));
        if (due && pace.begins()) {
            countedFor = picked;
            countedAt = now;
            hall.background().run(() -> OpenLoads.of(desk, now), this::know, _ -> pace.ended());
        }
    }

    private void know(OpenLoads next) {
        pace.ended();
        boolean first = loads == null;
        loads = next;
        if (first) {
            counted.run();
        }
    }
}
