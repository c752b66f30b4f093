package org.yiping.server.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.advice.Gazetteer;
import org.yiping.domain.advice.PlaceCandidate;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.geo.Position;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Rows;

/// Which place somebody's words may mean (同名路段).
final class PlaceRoutes {
    private static final int LONGEST = 400;

    private final Rows rows;
    private final Ledger ledger;
    private final Access access;
    private final HttpApi.City city;
    private final Days days;

    PlaceRoutes(Rows rows, Ledger ledger, Access access, HttpApi.City city, Days days) {
        this.rows = rows;
        this.ledger = ledger;
        this.access = access;
        this.city = city;
        this.days = days;
    }

    void open(Door door) {
        door.post("/api/v1/places/candidates", this::candidates);
    }

    /// A body and not a query, because a phone number stands in it.
    private record Question(
            String words,
            @Nullable String callerPhone,
            @Nullable String camera,
            @Nullable Position hint) {}

    private Reply candidates(Call call) {
        Principal who = call.who();
        Question q = call.body(Question.class);
        if (q.words().length() > LONGEST) {
            throw Fault.at("BOD-4001", "/words", "too-long");
        }
        // where somebody called from before is as personal as the number
        String phone = access.masking(who.post()).reveals(Kinds.CASE) ? q.callerPhone() : null;
        List<PlaceCandidate> found = city.counsel()
                .places(
                        q.words(),
                        new Gazetteer.Clues(
                                q.hint(),
                                cameras(q.camera(), who),
                                Map.of(),
                                who.person().areas()),
                        phone,
                        days.now());
        return Pages.of(found, ledger.revision(), null);
    }

    /// A camera nobody here may see is no clue.
    private Map<String, Position> cameras(@Nullable String id, Principal who) {
        Map<String, Position> cameras = new LinkedHashMap<>();
        if (id != null && access.mayReceive(Kinds.CAMERA, who.post())) {
            rows.find(Kinds.CAMERA, id)
                    .filter(r -> access.reach(Kinds.CAMERA, who).sees(r.scope()))
                    .map(r -> Json.mapper().readValue(r.content(), Camera.class))
                    .ifPresent(c -> cameras.put(c.name(), c.position()));
        }
        return cameras;
    }
}
