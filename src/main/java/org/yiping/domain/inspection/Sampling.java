package org.yiping.domain.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.kpi.Recheck;

/// How points are drawn, version 1 of the way (docs/inspection.md): everybody who has frame, plan and
/// commitment comes to the same points. A frame stands in `SamplePoint.ORDER`. Stateless; any thread.
///
/// A kind's number is shared out over its areas by their sizes, by largest remainders in whole numbers, the
/// lower area code first where two are alike; while it suffices every area has at least one. In a stratum those
/// lines of the frame are drawn whose SHA-256 of seed, blank and line number is smallest, as for a re-check.
public final class Sampling {
    public static final String ALGORITHM = "strata-sha256-1";

    private Sampling() {}

    /// An area's points in the frame and how many of them are drawn.
    private static final class Share {
        private final AreaCode area;
        private final int size;
        private int drawn;
        private long remainder;

        Share(AreaCode area, int size) {
            this.area = area;
            this.size = size;
        }
    }

    /// The strata of a frame and how many points of each are drawn; fewer than asked for where a kind has no
    /// more.
    public static List<InspectionPlan.Stratum> strata(List<SamplePoint> frame, List<InspectionPlan.Quota> quotas) {
        List<InspectionPlan.Stratum> strata = new ArrayList<>();
        for (InspectionPlan.Quota quota : quotas) {
            Map<AreaCode, Integer> sizes = new LinkedHashMap<>();
            frame.stream()
                    .filter(p -> p.kind().equals(quota.kind()))
                    .forEach(p -> sizes.merge(p.area(), 1, (a, b) -> a + b));
            List<Share> shares = new ArrayList<>();
            sizes.forEach((area, size) -> shares.add(new Share(area, size)));
            allot(shares, quota.points());
            shares.forEach(s -> strata.add(new InspectionPlan.Stratum(quota.kind(), s.area, s.size, s.drawn)));
        }
        return strata;
    }

    private static void allot(List<Share> shares, int asked) {
        long all = shares.stream().mapToLong(s -> s.size).sum();
        int number = (int) Math.min(asked, all);
        int least = shares.size() <= number ? 1 : 0;
        for (Share s : shares) {
            s.drawn = (int) Math.max(least, (long) number * s.size / all);
            s.remainder = (long) number * s.size % all;
        }
        Comparator<Share> first =
                Comparator.comparingLong((Share s) -> s.remainder).reversed().thenComparing(s -> s.area.value());
        int left = number - shares.stream().mapToInt(s -> s.drawn).sum();
        List<Share> order = shares.stream().sorted(first).toList();
        while (left > 0) {
            for (Share s : order) {
                if (left > 0 && s.drawn < s.size) {
                    s.drawn++;
                    left--;
                }
            }
        }
        while (left < 0) { // what the least ones were given is taken from the largest
            Share most = shares.stream()
                    .max(Comparator.comparingInt((Share s) -> s.drawn)
                            .thenComparing(s -> s.area.value(), Comparator.reverseOrder()))
                    .orElseThrow();
            most.drawn--;
            left++;
        }
    }

    /// Of the hash that the plan's entry has in the journal: fixed with the plan, which names frame and
    /// numbers, and known to nobody before, whenever it is drawn.
    public static String seed(String commitment, InspectionId plan) {
        return Recheck.sha256(commitment + " " + plan.value());
    }

    /// The points drawn, in the order of the frame.
    public static List<SamplePoint> draw(List<SamplePoint> frame, List<InspectionPlan.Stratum> strata, String seed) {
        List<Integer> lines = new ArrayList<>();
        for (InspectionPlan.Stratum stratum : strata) {
            List<Integer> own = new ArrayList<>();
            for (int line = 0; line < frame.size(); line++) {
                SamplePoint point = frame.get(line);
                if (point.kind().equals(stratum.kind()) && point.area().equals(stratum.area())) {
                    own.add(line);
                }
            }
            Recheck.draw(own, seed, stratum.drawn()).forEach(place -> lines.add(own.get(place)));
        }
        return lines.stream().sorted().map(frame::get).toList();
    }
}
