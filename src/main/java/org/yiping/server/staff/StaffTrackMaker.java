package org.yiping.server.staff;

import java.util.ArrayList;
import java.util.List;
import org.yiping.domain.geo.Position;
import org.yiping.domain.staff.DutyGround;
import org.yiping.domain.staff.Fixes;
import org.yiping.domain.staff.Spell;
import org.yiping.domain.staff.StaffTrack;

/// What of an opened day goes to a screen: the track thinned evenly, its gaps marked as the judge saw them,
/// and the points of the grid. One thread.
final class StaffTrackMaker {
    private final StaffDays.Opened opened;
    private final int most;

    StaffTrackMaker(StaffDays.Opened opened, int most) {
        this.opened = opened;
        this.most = most;
    }

    List<StaffTrack.Fix> fixes() {
        Fixes all = opened.fixes();
        int step = Math.max(1, (all.size() + most - 1) / most);
        List<StaffTrack.Fix> shown = new ArrayList<>();
        List<Spell> gaps = opened.judged().day().spells().stream()
                .filter(s -> s.kind() == Spell.Kind.GAP)
                .toList();
        int next = 0;
        boolean gap = false;
        for (int i = 0; i < all.size(); i++) {
            boolean begins = false;
            while (next < gaps.size() && gaps.get(next).until().toEpochMilli() <= all.millis(i)) {
                gap |= gaps.get(next).until().toEpochMilli() == all.millis(i);
                begins |= gap;
                next++;
            }
            // both ends of a gap are shown, whatever is left out between them
            boolean ends = next < gaps.size() && gaps.get(next).from().toEpochMilli() == all.millis(i);
            if (i % step == 0 || begins || ends || i == all.size() - 1) {
                shown.add(new StaffTrack.Fix(all.at(i), all.position(i), gap));
                gap = false;
            }
        }
        return shown;
    }

    List<Position> points(boolean passed) {
        DutyGround ground = opened.grid().ground();
        List<Position> points = new ArrayList<>();
        if (ground != null) {
            for (int i = 0; i < ground.points().size(); i++) {
                if (opened.judged().passed().get(i) == passed) {
                    points.add(ground.points().get(i));
                }
            }
        }
        return points;
    }
}
