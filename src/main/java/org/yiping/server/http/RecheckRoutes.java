package org.yiping.server.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.Recheck;
import org.yiping.domain.kpi.RecheckId;
import org.yiping.domain.kpi.RecheckSheet;
import org.yiping.domain.kpi.Span;
import org.yiping.domain.kpi.Wilson;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.command.CommandDesk;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Change;
import org.yiping.server.data.Database;
import org.yiping.server.data.JournalReader;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;
import org.yiping.server.data.StorageException;
import org.yiping.server.inspection.Rechecks;
import org.yiping.server.kpi.FigureDesk;
import org.yiping.server.kpi.StillFigures;

/// Blind re-checks: samples of what figures counted, drawn so that it can be drawn again, the cards of their cases
/// without a word of how they were handled, and what was found. Each draw and each verdict is a row of its own in the
/// journal, so that two who judge at once do not overwrite each other.
final class RecheckRoutes {
    private static final int SHOWN = 1000;
    /// Phases of photos that were taken when a case was said to be done.
    private static final Set<String> AFTER = Set.of("after", "check");

    private final FigureDesk figures;
    private final CommandDesk desk;
    private final Rows rows;
    private final JournalReader journal;
    private final Access access;
    private final Rechecks rechecks;
    /// Two who draw under one name at once get one sample.
    private final ReentrantLock drawing = new ReentrantLock();

    /// `city` is the code that stands for all of it: a sample of the whole city is no district's to see.
    RecheckRoutes(FigureDesk figures, CommandDesk desk, Database database, Access access, String city) {
        this.figures = figures;
        this.desk = desk;
        this.rows = new Rows(database);
        this.journal = new JournalReader(database);
        this.access = access;
        this.rechecks = new Rechecks(rows, city);
    }

    /// What is asked for; `size` cases of what `counter` counts; `simulated` where no person asks.
    record Wish(String counter, int size, @Nullable Boolean simulated) {}

    record Word(String verdict, String note) {}

    void open(Door door) {
        door.get("/api/v1/rechecks", this::list);
        door.put("/api/v1/rechecks/{id}", this::draw);
        door.put("/api/v1/rechecks/{id}/verdicts/{place}", this::judge);
    }

    private Reply draw(Call call) {
        Principal who = call.who();
        Wish wish = call.body(Wish.class);
        RecheckId id = FigureRoutes.id("id", call.path("id"), RecheckId::new);
        Counter counter = Counter.of(wish.counter()).orElseThrow(() -> Fault.at("BOD-4001", "/counter", "unknown"));
        if (wish.size() < 1 || wish.size() > Recheck.LARGEST) {
            throw Fault.at("BOD-4001", "/size", "range");
        }
        drawing.lock();
        try {
            Optional<Row> known = rows.find(Kinds.RECHECK, id.value());
            // drawn once for ever: who asks again gets what was drawn
            Recheck recheck = known.isPresent() ? mine(id, who) : drawn(call, id, counter, wish);
            return Reply.json(shown(recheck, who));
        } finally {
            drawing.unlock();
        }
    }

    private Recheck drawn(Call call, RecheckId id, Counter counter, Wish wish) {
        Principal who = call.who();
        FigureDesk.Frame frame = FigureRoutes.frame(call, access);
        StillFigures.Listed urn =
                FigureRoutes.asked(() -> new StillFigures(figures).list(new StillFigures.Behind(frame, counter)));
        List<Integer> counted = Arrays.stream(urn.cases().rows()).boxed().toList();
        String seed = Recheck.seed(hash(urn.revision()), id);
        List<Long> drawn = Recheck.draw(counted, seed, wish.size()).stream()
                .map(place -> urn.cases().revisions()[place])
                .toList();
        List<CaseId> cases = figures.contents(drawn).stream()
                .map(text -> new CaseId(Json.mapper().readTree(text).path("id").asString()))
                .toList();
        Recheck recheck = new Recheck(
                id,
                counter.code(),
                urn.span(),
                frame.scope(),
                counted.size(),
                urn.revision(),
                seed,
                who.actor(),
                urn.at(),
                cases,
                wish.simulated());
        write(
                who,
                Change.fact(
                        Kinds.RECHECK,
                        id.value(),
                        Json.mapper().writeValueAsString(recheck),
                        rechecks.scope(frame.scope(), frame.reach())));
        return recheck;
    }

    private String hash(long revision) {
        return journal.after(revision - 1, 1).stream()
                .map(e -> HexFormat.of().formatHex(e.links().hash()))
                .findFirst()
                .orElse("");
    }

    private void write(Principal who, Change change) {
        try {
            desk.write(new Origin(who.actor(), null, null, null), List.of(change));
        } catch (CompletionException e) {
            throw e.getCause() instanceof StorageException s ? s : e;
        }
    }

    private Recheck mine(RecheckId id, Principal who) {
        Reach reach = access.reach(Kinds.RECHECK, who);
        return rows.find(Kinds.RECHECK, id.value())
                .filter(r -> reach.sees(r.scope()))
                .map(r -> Json.mapper().readValue(r.content(), Recheck.class))
                .orElseThrow(() -> Fault.of("RES-4040"));
    }

    private Reply judge(Call call) {
        Principal who = call.who();
        Word word = call.body(Word.class);
        if (!Recheck.Verdict.ALL.contains(word.verdict())) {
            throw Fault.at("BOD-4001", "/verdict", "unknown");
        }
        if (word.note().length() > 4_000) {
            throw Fault.at("BOD-4001", "/note", "range");
        }
        Recheck recheck = mine(FigureRoutes.id("id", call.path("id"), RecheckId::new), who);
        int place = place(call.path("place"), recheck);
        Recheck.Verdict verdict = new Recheck.Verdict(
                recheck.id(),
                place,
                recheck.cases().get(place),
                word.verdict(),
                word.note(),
                who.actor(),
                figures.now());
        Scope scope =
                rows.find(Kinds.RECHECK, recheck.id().value()).map(Row::scope).orElse(rechecks.whole());
        write(
                who,
                Change.fact(
                        Kinds.RECHECK_VERDICT,
                        recheck.id().value() + "/" + place,
                        Json.mapper().writeValueAsString(verdict),
                        scope));
        return Reply.json(shown(recheck, who));
    }

    private static int place(String text, Recheck recheck) {
        try {
            int place = Integer.parseInt(text);
            if (place >= 0 && place < recheck.cases().size()) {
                return place;
            }
        } catch (NumberFormatException e) {
            throw Fault.of("RES-4040");
        }
        throw Fault.of("RES-4040");
    }

    private Reply list(Call call) {
        Principal who = call.who();
        List<Row> page = rows.page(
                Kinds.RECHECK,
                CaseFilter.ALL,
                access.reach(Kinds.RECHECK, who),
                call.number("after", 0, 0, Long.MAX_VALUE),
                (int) call.number("limit", 20, 1, SHOWN));
        List<RecheckSheet> items = page.stream()
                .map(r -> shown(Json.mapper().readValue(r.content(), Recheck.class), who))
                .toList();
        Map<String, Object> answer = new HashMap<>();
        answer.put("items", items);
        answer.put("revision", figures.keeper().revision());
        String next = CaseRoutes.next(page, (int) call.number("limit", 20, 1, SHOWN));
        if (next != null) {
            answer.put("next", next);
        }
        return Reply.json(answer);
    }

    /// What closed cases of this frame came to when they were looked at again; no case, and nobody's verdict.
    Optional<FigureBoard.Sample> newest(FigureDesk.Frame frame, Span span) {
        return rechecks.newest(frame.scope(), frame.reach(), span);
    }

    /// The counts are of everybody's verdicts; on the cards stand the own ones alone, that nobody judges by another's.
    private RecheckSheet shown(Recheck recheck, Principal who) {
        Reach reach = access.reach(Kinds.CASE, who);
        List<RecheckSheet.Card> cards = new ArrayList<>();
        for (int place = 0; place < recheck.cases().size(); place++) {
            Recheck.Verdict verdict = rechecks.verdict(recheck, place).orElse(null);
            int at = place;
            boolean own =
                    verdict != null && verdict.by().person().equals(who.person().id());
            rows.find(Kinds.CASE, recheck.cases().get(place).value())
                    .filter(r -> reach.sees(r.scope()))
                    .map(r -> card(at, Json.mapper().readValue(r.content(), Case.class), own ? verdict : null))
                    .ifPresent(cards::add);
        }
        Rechecks.Counted counted = rechecks.counted(recheck);
        Wilson interval = counted.interval();
        return new RecheckSheet(
                recheck,
                counted.judged(),
                counted.holds(),
                counted.broken(),
                interval == null ? null : 100.0 * counted.holds() / (counted.holds() + counted.broken()),
                interval == null ? null : 100 * interval.lower(),
                interval == null ? null : 100 * interval.upper(),
                cards);
    }

    private static RecheckSheet.Card card(int place, Case c, Recheck.@Nullable Verdict own) {
        return new RecheckSheet.Card(
                place,
                c.id(),
                c.head().number().value(),
                c.subject().classCode(),
                c.subject().description(),
                Objects.requireNonNullElse(c.place().address(), ""),
                c.place().position(),
                c.head().photos().stream()
                        .filter(p -> p.showsPicture() && !p.phase().equals("note"))
                        .map(p -> new RecheckSheet.Photo(p.fileId(), AFTER.contains(p.phase())))
                        .toList(),
                c.report().simulated(),
                own == null ? null : own.verdict());
    }
}
