package org.yiping.domain.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.identity.Actor;

/// An inspection as it was planned (考察方案). It is written once and never changed: set and frame are those of
/// that moment, and the hash its entry has in the journal is what the draw is made from. Immutable; any thread.
public record InspectionPlan(
        InspectionId id, Task task, InspectionSet set, String frame, List<Stratum> strata, Actor by, Instant at) {
    public static final int LONGEST_NAME = 100;
    /// No inspection has more points.
    public static final int MOST_POINTS = 500;
    /// No frame is larger: it is one row of the journal.
    public static final int LARGEST_FRAME = 50_000;

    public InspectionPlan {
        strata = List.copyOf(strata);
    }

    /// What is asked for: in which days, where, and how many points of each kind.
    public record Task(String name, LocalDate from, LocalDate until, AreaCode area, List<Quota> quotas) {
        public Task {
            quotas = List.copyOf(quotas);
        }

        public int points() {
            return quotas.stream().mapToInt(Quota::points).sum();
        }
    }

    public record Quota(String kind, int points) {}

    /// A part of the frame that is drawn from by itself: points of a kind in an area, how many there are and
    /// how many are drawn.
    public record Stratum(String kind, AreaCode area, int size, int drawn) {}
}
