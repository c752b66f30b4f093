package org.yiping.domain.inspection;

import java.time.Instant;
import java.util.List;
import org.yiping.domain.identity.Actor;

/// The points drawn for a plan (抽样), in the order of the frame; a point is called by its place here.
/// `commitment` is the hash that the plan's entry has in the journal, `revision` where it stands. Immutable;
/// any thread.
public record InspectionDraw(
        InspectionId plan,
        String algorithm,
        long revision,
        String commitment,
        String seed,
        List<SamplePoint> points,
        Actor by,
        Instant at) {
    public InspectionDraw {
        points = List.copyOf(points);
    }
}
