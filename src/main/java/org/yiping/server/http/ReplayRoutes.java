package org.yiping.server.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Masking;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Entry;
import org.yiping.server.data.PastRows;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;

/// The past as the journal has it (回放): how cases stood at a moment, and what changed from there on. Both in pages,
/// as far as this person might have seen each entry when it was written; that somebody looked is noted.
final class ReplayRoutes {
    private static final String STATE = "/api/v1/replay/state";
    private static final String CHANGES = "/api/v1/replay/changes";
    private static final int LARGEST_PAGE = 1000;
    private static final List<String> REPLAYED = List.of(Kinds.CASE, Kinds.RECORD, Kinds.REVIEW);

    private final PastRows past;
    private final Rows rows;
    private final Access access;
    private final Workflow workflow;
    private final Disclosure disclosure;

    ReplayRoutes(PastRows past, Rows rows, Access access, Workflow workflow, Disclosure disclosure) {
        this.past = past;
        this.rows = rows;
        this.access = access;
        this.workflow = workflow;
        this.disclosure = disclosure;
    }

    void open(Door door) {
        door.get(STATE, this::state);
        door.get(CHANGES, this::changes);
    }

    /// One look into the past: who looks at what, and how much of it was personal.
    private final class Look {
        private final Principal who;
        private final @Nullable Row subject;
        private int personal;

        Look(Call call) {
            who = call.who();
            subject = call.query("caseId").map(id -> named(id, who)).orElse(null);
        }

        private Row named(String id, Principal asking) {
            return rows.find(Kinds.CASE, id)
                    .filter(r -> access.reach(Kinds.CASE, asking).sees(r.scope()))
                    .orElseThrow(() -> Fault.of("RES-4040"));
        }

        /// As an item of a page; empty where nothing of it was ever in this person's sight.
        Optional<String> seen(Entry e) {
            String kind = e.change().kind();
            if (!access.mayReceive(kind, who.post())) {
                return Optional.empty();
            }
            boolean here = access.reach(kind, who).sees(e.change().scope());
            Scope before = e.before();
            boolean left = !here && before != null && access.reach(kind, who).sees(before);
            return here || left ? Optional.of(item(e, here)) : Optional.empty();
        }

        /// Without its row where the row has left the sight.
        private String item(Entry e, boolean here) {
            String kind = e.change().kind();
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put("revision", e.revision());
            item.put("at", e.at());
            if (e.origin().actor() != null) {
                item.put("by", e.origin().actor());
            }
            item.put("kind", kind);
            item.put("id", e.change().id());
            if (here) {
                String content = e.change().content();
                personal += Masking.isPersonal(kind, content) ? 1 : 0;
                item.put(
                        "row", Json.mapper().readTree(access.masking(who.post()).mask(kind, content)));
            }
            return Json.mapper().writeValueAsString(item);
        }

        private String about() {
            return subject == null ? "*" : subject.id();
        }

        Reply page(List<String> items, long next, long revision, String route) {
            disclosure.note(who, route, about(), personal);
            return Pages.page(items, next == 0 ? null : Long.toString(next), revision, null);
        }
    }

    /// How the cases under way stood just before `at`, or at `revision`, which the first page names for the others.
    private Reply state(Call call) {
        Look look = new Look(call);
        String route = "GET " + STATE;
        long cursor = call.number("after", 0, 0, Long.MAX_VALUE);
        long revision = call.number("revision", -1, 0, Long.MAX_VALUE);
        if (revision < 0) {
            revision = moment(call, "at");
        }
        if (cursor == 0) {
            disclosure.viewed(look.who, route, look.about());
        }
        Row subject = look.subject;
        if (subject != null) {
            List<String> one =
                    past.one(subject, revision).flatMap(look::seen).stream().toList();
            return look.page(one, 0, revision, route);
        }
        PastRows.Page page = past.cases(revision, cursor, (int) call.number("limit", LARGEST_PAGE, 1, LARGEST_PAGE));
        List<String> items = page.entries().stream()
                .filter(e -> isUnderWay(e.change().content()))
                .flatMap(e -> sees(look, e) ? look.seen(e).stream() : Stream.empty())
                .toList();
        return look.page(items, page.next(), revision, route);
    }

    private boolean sees(Look look, Entry e) {
        return access.reach(Kinds.CASE, look.who).sees(e.change().scope());
    }

    private boolean isUnderWay(String content) {
        String state = Json.mapper().readTree(content).at("/progress/state").asString("");
        Workflow.Ending ending = workflow.ending(new StateCode(state));
        return ending == Workflow.Ending.OPEN || ending == Workflow.Ending.PAUSED;
    }

    /// What changed after a revision and before `until`.
    private Reply changes(Call call) {
        Look look = new Look(call);
        long after = call.number("after", 0, 0, Long.MAX_VALUE);
        long upto = moment(call, "until");
        int limit = (int) call.number("limit", LARGEST_PAGE, 1, LARGEST_PAGE);
        Row subject = look.subject;
        PastRows.Page page = subject == null
                ? past.changes(after, upto, REPLAYED, limit)
                : past.changes(subject, after, upto, limit);
        List<String> items = new ArrayList<>();
        page.entries().forEach(e -> look.seen(e).ifPresent(items::add));
        return look.page(items, page.next(), upto, "GET " + CHANGES);
    }

    /// The last revision before it; the last there is where it is not given.
    private long moment(Call call, String name) {
        Optional<String> text = call.query(name);
        try {
            return text.isEmpty() ? past.last() : past.before(Instant.parse(text.get()));
        } catch (DateTimeException e) {
            throw Fault.at("QRY-4000", "/" + name, "type");
        }
    }
}
