package org.yiping.server.http;

import java.util.List;
import java.util.Set;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallState;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Masking;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Departments, people, cameras, sensors, areas: plain lists.
final class ListRoutes {
    private static final int LARGEST_PAGE = 1000;

    private final Rows rows;
    private final Ledger ledger;
    private final Access access;

    ListRoutes(Rows rows, Ledger ledger, Access access) {
        this.rows = rows;
        this.ledger = ledger;
        this.access = access;
    }

    void open(Door door) {
        door.get("/api/v1/departments", call -> list(call, Kinds.DEPARTMENT));
        door.get("/api/v1/people", call -> list(call, Kinds.PERSON));
        door.get("/api/v1/cameras", call -> list(call, Kinds.CAMERA));
        door.get("/api/v1/sensors", call -> list(call, Kinds.SENSOR));
        door.get("/api/v1/rules", call -> list(call, Kinds.RULE));
        door.get("/api/v1/handovers", call -> list(call, Kinds.HANDOVER));
        door.get("/api/v1/rosters", call -> list(call, Kinds.ROSTER));
        door.get("/api/v1/campaigns", call -> list(call, Kinds.CAMPAIGN));
        door.get("/api/v1/captures", call -> list(call, Kinds.CAPTURE));
        door.get("/api/v1/broadcasts", call -> list(call, Kinds.BROADCAST));
        door.get("/api/v1/patrols", call -> list(call, Kinds.PATROL_PLAN));
        door.get("/api/v1/patrols/rounds", call -> list(call, Kinds.PATROL_ROUND));
        door.get("/api/v1/scenes", call -> list(call, Kinds.SCENE));
        door.get("/api/v1/assessments", call -> list(call, Kinds.ASSESSMENT));
        door.get("/api/v1/notices", call -> list(call, Kinds.DEPARTMENT_NOTICE));
        door.get("/api/v1/debriefs", call -> list(call, Kinds.DEBRIEF));
        door.get("/api/v1/debriefs/comments", call -> list(call, Kinds.DEBRIEF_COMMENT));
        door.get("/api/v1/walls", call -> list(call, Kinds.WALL));
        door.get("/api/v1/walls/{id}", this::wall);
        door.get("/api/v1/areas", call -> list(call, Kinds.AREA));
        door.get("/api/v1/cells", this::cells);
        door.get("/api/v1/cameras/{id}/streams", this::streams);
    }

    private Reply list(Call call, String kind) {
        allowed(call, kind);
        long revision = ledger.revision();
        int limit = (int) call.number("limit", LARGEST_PAGE, 1, LARGEST_PAGE);
        List<Row> page = page(call, kind, limit);
        Masking masking = access.masking(call.who().post());
        Set<String> fields = call.query("fields").map(f -> Set.of(f.split(","))).orElse(Set.of());
        return Pages.page(
                page.stream()
                        .map(r -> Pages.only(masking.mask(kind, r.content()), fields))
                        .toList(),
                CaseRoutes.next(page, limit),
                revision,
                Pages.tag(revision, call.who()));
    }

    private void allowed(Call call, String kind) {
        if (!access.mayReceive(kind, call.who().post())) {
            throw Fault.of("AUT-4030");
        }
    }

    private List<Row> page(Call call, String kind, int limit) {
        return rows.page(
                kind,
                CaseFilter.ALL,
                access.reach(kind, call.who()),
                call.number("after", 0, 0, Long.MAX_VALUE),
                limit);
    }

    /// Cells are areas of the smallest level; a page of areas may hold few of them, so a page here may be short and
    /// still have a next one.
    private Reply cells(Call call) {
        allowed(call, Kinds.AREA);
        long revision = ledger.revision();
        int limit = (int) call.number("limit", LARGEST_PAGE, 1, LARGEST_PAGE);
        List<Row> page = page(call, Kinds.AREA, limit);
        List<String> cells = page.stream()
                .map(Row::content)
                .filter(c ->
                        Json.mapper().readTree(c).path("level").asString("").equals("cell"))
                .toList();
        return Pages.page(cells, CaseRoutes.next(page, limit), revision, Pages.tag(revision, call.who()));
    }

    /// The platform's own wall is there before anything was sent to it.
    private Reply wall(Call call) {
        allowed(call, Kinds.WALL);
        WallId id = Call.read(() -> new WallId(call.path("id")), "/id");
        Row row = rows.find(Kinds.WALL, id.value()).orElse(null);
        if (row == null && !id.equals(WallId.OWN)) {
            throw Fault.of("WAL-4040");
        }
        return row == null ? Reply.json(WallState.empty(id)) : Reply.text(row.content(), null);
    }

    private Reply streams(Call call) {
        allowed(call, Kinds.CAMERA);
        Row row = rows.find(Kinds.CAMERA, call.path("id"))
                .filter(r -> access.reach(Kinds.CAMERA, call.who()).sees(r.scope()))
                .orElseThrow(() -> Fault.of("RES-4040"));
        String seen = access.masking(call.who().post()).mask(Kinds.CAMERA, row.content());
        Camera camera = Json.mapper().readValue(seen, Camera.class);
        return Pages.of(camera.streams(), row.revision(), null);
    }
}
