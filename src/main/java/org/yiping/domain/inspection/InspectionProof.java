package org.yiping.domain.inspection;

import java.util.List;
import java.util.stream.IntStream;
import org.yiping.domain.kpi.Recheck;

/// The draw worked out again from what was frozen with the plan (复核抽样), step by step. `frameSize` points lie in
/// the frame; `others` is how many other plans there are of the same area in the same days: who plans again
/// until the draw pleases leaves those. `differs` is the first place at which the draw is another one, -1 for
/// none. Immutable; any thread.
public record InspectionProof(
        String algorithm,
        int frameSize,
        int others,
        boolean frame,
        boolean strata,
        boolean commitment,
        boolean seed,
        int differs) {
    /// Whether the draw is the one that had to come of it.
    public boolean holds() {
        return algorithm.equals(Sampling.ALGORITHM) && frame && strata && commitment && seed && differs < 0;
    }

    /// `lines` are the frozen frame's, `hash` what the journal has at the plan's revision.
    public static InspectionProof of(
            InspectionPlan plan, InspectionDraw draw, List<String> lines, String hash, int others) {
        List<SamplePoint> frame = lines.stream().map(SamplePoint::of).toList();
        List<InspectionPlan.Stratum> strata = Sampling.strata(frame, plan.task().quotas());
        String seed = Sampling.seed(hash, plan.id());
        List<SamplePoint> again = Sampling.draw(frame, strata, seed);
        int longer = Math.max(again.size(), draw.points().size());
        int differs = IntStream.range(0, longer)
                .filter(i -> i >= again.size()
                        || i >= draw.points().size()
                        || !again.get(i).equals(draw.points().get(i)))
                .findFirst()
                .orElse(-1);
        return new InspectionProof(
                draw.algorithm(),
                frame.size(),
                others,
                Recheck.sha256(String.join("\n", lines)).equals(plan.frame()),
                strata.equals(plan.strata()),
                hash.equals(draw.commitment()),
                seed.equals(draw.seed()),
                differs);
    }
}
