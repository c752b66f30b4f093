package org.yiping.server.http;

import java.util.List;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.Span;
import org.yiping.protocol.Json;
import org.yiping.server.access.Access;
import org.yiping.server.kpi.FigureBoards;
import org.yiping.server.kpi.FigureDesk;
import org.yiping.server.kpi.HotPlaceFinder;

/// What the panels of figures show, one call for all of them, and where cases gather. Everybody counts within
/// the own reach; what a re-check came to is added, because a closing rate never stands without it.
final class BoardRoutes {
    /// What places are not restricted by: refused rather than left out in silence.
    private static final List<String> NOT_OF_PLACES = List.of("source", "person", "post", "hour", "weekHour");

    private final FigureDesk figures;
    private final FigureBoards boards;
    private final HotPlaceFinder places;
    private final RecheckRoutes rechecks;
    private final Access access;

    BoardRoutes(FigureDesk figures, HotPlaceFinder places, RecheckRoutes rechecks, Access access) {
        this.figures = figures;
        this.boards = new FigureBoards(figures);
        this.places = places;
        this.rechecks = rechecks;
        this.access = access;
    }

    void open(Door door) {
        door.get("/api/v1/figures/board", this::board);
        door.get("/api/v1/figures/places", this::places);
    }

    private Reply board(Call call) {
        FigureDesk.Frame frame = FigureRoutes.frame(call, access);
        FigureBoard counted = FigureRoutes.asked(() -> boards.of(frame));
        FigureBoard board = counted.with(rechecks.newest(frame, counted.span()).orElse(null));
        String tag = '"' + board.version() + '"';
        // asked for every second by every screen: most of the time there is no other
        return call.has(tag)
                ? new Reply.Body(200, "application/json", new byte[0], tag) // the door says 304
                : Reply.text(Json.mapper().writeValueAsString(board), tag);
    }

    private Reply places(Call call) {
        for (String other : NOT_OF_PLACES) {
            if (call.query(other).isPresent()) {
                throw Fault.at("QRY-4000", "/" + other, "unknown");
            }
        }
        FigureDesk.Frame frame = FigureRoutes.frame(call, access);
        Span span = FigureRoutes.asked(() -> figures.span(frame));
        return Reply.json(places.find(frame, span, figures.now()));
    }
}
