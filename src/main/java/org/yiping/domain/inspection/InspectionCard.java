package org.yiping.domain.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.Actor;

/// What was found at the point at `place` of the draw (点位卡). `edition` counts how often it was written.
/// Immutable; any thread.
public record InspectionCard(InspectionId plan, int place, int edition, Sheet sheet, Actor by, Instant at) {
    /// No card has more photos, or problems.
    public static final int MOST = 20;

    /// The card as it is filled in; `done` when the inspector says so. `simulated`: nobody was there.
    public record Sheet(
            boolean done,
            List<Mark> marks,
            String note,
            List<String> photos,
            List<Problem> problems,
            boolean simulated) {
        public static final Sheet EMPTY = new Sheet(false, List.of(), "", List.of(), List.of(), false);

        public Sheet {
            marks = List.copyOf(marks);
            photos = List.copyOf(photos);
            problems = List.copyOf(problems);
        }

        public Optional<Mark> mark(String item) {
            return marks.stream().filter(m -> m.item().equals(item)).findFirst();
        }

        /// The mark of a dimension, 0 to 1: the items that were marked by their weights; empty where there are
        /// none.
        public OptionalDouble share(InspectionSet set, String kind, String dimension) {
            double got = 0;
            double weights = 0;
            for (InspectionSet.Item item : set.checklist(kind)) {
                Integer points = mark(item.code()).map(Mark::points).orElse(null);
                if (item.dimension().equals(dimension) && points != null) {
                    got += item.weight() * points / item.most();
                    weights += item.weight();
                }
            }
            return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(got / weights);
        }
    }

    /// The points for an item, absent where it does not apply there (不适用): that is no full mark and no zero.
    public record Mark(String item, @Nullable Integer points) {}

    /// What has to be put right, and the case it became.
    public record Problem(CaseId caseId, ClassCode classCode, String text) {}
}
