package org.yiping.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Masking;
import org.yiping.server.access.Principal;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Everything a console starts from, as NDJSON: revision first, count last.
///
/// Rows are read page by page, so some may be newer than the revision named; the stream from that revision on brings
/// them again, and whole rows may come twice. Nothing between is missed.
final class SnapshotRoute {
    private static final List<String> ORDER = List.of(
            Kinds.OPEN_DAY, // before what it hides
            Kinds.WALL,
            Kinds.DEPARTMENT,
            Kinds.PERSON,
            Kinds.AREA,
            Kinds.CAMERA,
            Kinds.SENSOR,
            Kinds.RULE,
            Kinds.HANDOVER,
            Kinds.ROSTER,
            Kinds.CAMPAIGN,
            Kinds.CALL,
            Kinds.CAPTURE,
            Kinds.BROADCAST,
            Kinds.PATROL_PLAN,
            Kinds.PATROL_ROUND,
            Kinds.SCENE,
            Kinds.DEBRIEF,
            Kinds.DEBRIEF_COMMENT,
            Kinds.CASE,
            Kinds.REVIEW);
    private static final int PAGE = 1000;

    private final Rows rows;
    private final Ledger ledger;
    private final Access access;
    private final Disclosure disclosure;

    SnapshotRoute(Rows rows, Ledger ledger, Access access, Disclosure disclosure) {
        this.rows = rows;
        this.ledger = ledger;
        this.access = access;
        this.disclosure = disclosure;
    }

    void open(Door door) {
        door.get("/api/v1/snapshot", call -> {
            Principal who = call.who();
            List<String> asked =
                    call.query("topics").map(t -> List.of(t.split(","))).orElse(ORDER);
            List<String> kinds = ORDER.stream()
                    .filter(asked::contains)
                    .filter(k -> access.mayReceive(k, who.post()))
                    .toList();
            return new Reply.Stream(null, false, out -> write(who, kinds, out));
        });
    }

    private void write(Principal who, List<String> kinds, OutputStream out) throws IOException {
        line(out, "{\"revision\":" + ledger.revision() + "}");
        Masking masking = access.masking(who.post());
        long count = 0;
        int personal = 0;
        for (String kind : kinds) {
            Reach reach = access.reach(kind, who);
            long cursor = 0;
            List<Row> page;
            do {
                page = rows.page(kind, CaseFilter.ALL, reach, cursor, PAGE);
                for (Row row : page) {
                    personal += Masking.isPersonal(kind, row.content()) ? 1 : 0;
                    row(out, kind, row.id(), masking.mask(kind, row.content()));
                    count++;
                    cursor = row.place().born();
                }
            } while (page.size() == PAGE);
        }
        line(out, "{\"count\":" + count + "}");
        disclosure.note(who, "GET /api/v1/snapshot", "*", personal);
    }

    private static void row(OutputStream out, String kind, String id, String content) throws IOException {
        line(
                out,
                "{\"kind\":\"" + kind + "\",\"id\":" + Json.mapper().writeValueAsString(id) + ",\"row\":" + content
                        + "}");
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
