package org.yiping.server.http;

import java.util.List;
import org.yiping.domain.field.FieldUnit;
import org.yiping.server.access.Access;
import org.yiping.server.data.Ledger;
import org.yiping.server.push.Board;
import org.yiping.server.staff.TrackKeeper;

/// Positions of the field: taken, and told.
final class FieldRoutes {
    private static final int LONGEST_KIND = 32;
    private static final int MOST_SAMPLES = 5000;

    private final Board board;
    private final TrackKeeper tracks;
    private final Access access;
    private final Ledger ledger;

    record Samples(List<FieldUnit> samples) {}

    FieldRoutes(Board board, TrackKeeper tracks, Access access, Ledger ledger) {
        this.board = board;
        this.tracks = tracks;
        this.access = access;
        this.ledger = ledger;
    }

    void open(Door door) {
        door.post("/api/v1/telemetry", call -> {
            List<FieldUnit> samples = call.body(Samples.class).samples();
            if (samples.size() > MOST_SAMPLES) {
                throw Fault.at("QRY-4000", "/samples", "range");
            }
            for (FieldUnit unit : samples) {
                if (unit.id().isBlank()
                        || unit.id().length() > 64
                        || unit.kind().isBlank()
                        || unit.kind().length() > LONGEST_KIND
                        || unit.name().length() > 64) {
                    throw Fault.at("BOD-4001", "/samples", "range");
                }
            }
            board.take(samples);
            tracks.take(samples);
            return new Reply.Empty(204);
        });
        door.get("/api/v1/units", call -> {
            if (!access.mayReceive("telemetry", call.who().post())) {
                throw Fault.of("AUT-4030");
            }
            return Pages.of(board.all(access.reach("telemetry", call.who())), ledger.revision(), null);
        });
    }
}
