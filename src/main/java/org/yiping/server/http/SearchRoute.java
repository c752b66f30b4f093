package org.yiping.server.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Masking;
import org.yiping.server.access.Principal;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.CaseFinder;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Row;
import org.yiping.server.data.Sought;
import org.yiping.text.Term;

/// Looks for cases among all there ever were (案件查询), the newest first.
final class SearchRoute {
    private static final int LARGEST_PAGE = 200;
    private static final int FURTHEST = 10_000;

    private final CaseFinder finder;
    private final Ledger ledger;
    private final Access access;
    private final Workflow workflow;
    private final Disclosure disclosure;

    SearchRoute(CaseFinder finder, Ledger ledger, Access access, Workflow workflow, Disclosure disclosure) {
        this.finder = finder;
        this.ledger = ledger;
        this.access = access;
        this.workflow = workflow;
        this.disclosure = disclosure;
    }

    void open(Door door) {
        door.get("/api/v1/search", this::search);
    }

    private Reply search(Call call) {
        Principal who = call.who();
        Masking masking = access.masking(who.post());
        String caller = call.query("caller").orElse(null);
        if (caller != null && !masking.reveals(Kinds.CASE)) {
            throw Fault.of("AUT-4030"); // who may not read a number may not try numbers out either
        }
        List<Term> terms = call.query("text").map(Term::of).orElse(List.of());
        if (terms.stream().anyMatch(t -> t.length() < Term.SHORTEST)) {
            throw Fault.at("QRY-4000", "/text", "range");
        }
        String state = call.query("state").orElse(null);
        CaseFilter filter = new CaseFilter(
                state,
                call.query("department").orElse(null),
                call.query("area").orElse(null),
                call.query("source").orElse(null),
                call.query("flag").orElse(null),
                null,
                null);
        Sought sought = new Sought(
                call.query("class").orElse(null),
                call.query("number").orElse(null),
                caller,
                instant(call, "from"),
                instant(call, "until"));
        int skip = (int) call.number("after", 0, 0, FURTHEST);
        int limit = (int) call.number("limit", 50, 1, LARGEST_PAGE);
        long revision = ledger.revision();
        List<Row> found = finder.find(new CaseFinder.Question(
                filter, sought, access.reach(Kinds.CASE, who), ending(state), terms, skip, limit));
        List<String> items = new ArrayList<>();
        int personal = 0;
        for (Row row : found) {
            if (caller != null && masking.withholds(Kinds.CASE, row.content())) {
                continue; // a number must not lead to who asked for confidence
            }
            personal += Masking.isPersonal(Kinds.CASE, row.content()) ? 1 : 0;
            items.add(masking.mask(Kinds.CASE, row.content()));
        }
        disclosure.note(who, "GET /api/v1/search", "*", personal);
        boolean more = found.size() == limit && skip + limit <= FURTHEST;
        return Pages.page(items, more ? Integer.toString(skip + limit) : null, revision, null);
    }

    /// Of cases under way alone: what has ended is most of what there is, and no help in finding anything.
    private @Nullable String ending(@Nullable String state) {
        if (state == null) {
            return null;
        }
        Workflow.Ending ending = workflow.ending(new StateCode(state));
        return ending == Workflow.Ending.OPEN || ending == Workflow.Ending.PAUSED ? ending.name() : null;
    }

    private static @Nullable Instant instant(Call call, String name) {
        try {
            return call.query(name).map(Instant::parse).orElse(null);
        } catch (java.time.format.DateTimeParseException e) {
            throw Fault.at("QRY-4000", "/" + name, "type");
        }
    }
}
