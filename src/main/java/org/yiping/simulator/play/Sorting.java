package org.yiping.simulator.play;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.advice.PlaceCandidate;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Place;
import org.yiping.domain.command.Command.Fields;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.simulator.play.Asking.Passing;

/// How the hall sorts out what came in unclear: picks the place that was meant, merges what was reported twice, sends
/// some cases to the wrong department, and rules whose it is after too many returns. Immutable; any thread.
///
/// The shares are guesses, in percent.
final class Sorting {
    private static final int MERGED = 80;
    private static final int WRONG = 3;
    /// A case that went wrong once is an unclear one.
    private static final int WRONG_AGAIN = 45;

    private final Deeds deeds;
    private final StreetMap streets;

    Sorting(Deeds deeds, StreetMap streets) {
        this.deeds = deeds;
        this.streets = streets;
    }

    /// What the acceptor sees to before accepting, if something.
    Optional<Deed> before(Passing p) {
        Case row = p.row();
        Position meant = meant(row.place());
        if (meant != null) {
            Place place = new Place(meant, row.place().address(), null);
            return deeds.bySeat(p.id(), row, "acceptor", "locate", fields(null, null, null, place), p.random());
        }
        Case twin = p.twin();
        if (twin == null || p.heading() != null || p.random().nextInt(100) >= MERGED) {
            return Optional.empty();
        }
        Fields into = fields(deeds.phrase("merge", p.random()), null, twin.id(), null);
        return deeds.bySeat(p.id(), row, "acceptor", "merge", into, p.random());
    }

    /// The likeliest candidate; where the platform has proposed none the acceptor asks back which stretch of the road
    /// it was.
    private @Nullable Position meant(Place place) {
        List<PlaceCandidate> open = place.open();
        return open.isEmpty()
                ? place.position() == null ? streets.on(place.address()).orElse(null) : null
                : open.getFirst().position();
    }

    /// The department this case goes to by mistake, if it does.
    Optional<Department> mistake(Passing p, Department right) {
        int percent = p.row().progress().count("wrong-dispatch") == 0 ? WRONG : WRONG_AGAIN;
        AreaCode area = p.row().place().area();
        return area != null && p.heading() == null && p.random().nextInt(100) < percent
                ? deeds.town().departmentBut(right, area, p.random())
                : Optional.empty();
    }

    /// The duty leader rules whose a case is that went back and forth.
    Optional<Deed> ruling(Passing p) {
        AreaCode area = p.row().place().area();
        return area == null || !p.flagged(Case.DOCKET)
                ? Optional.empty()
                : deeds.town()
                        .departmentFor(p.row().subject().classCode(), area)
                        .flatMap(d -> deeds.bySeat(
                                p.id(),
                                p.row(),
                                "duty-leader",
                                "rule",
                                fields(deeds.phrase("rule", p.random()), d.id(), null, null),
                                p.random()));
    }

    private static Fields fields(
            @Nullable String reason,
            @Nullable DepartmentId department,
            @Nullable CaseId survivor,
            @Nullable Place place) {
        return new Fields(reason, null, department, null, null, List.of(), null, null, null, null, survivor, place);
    }
}
