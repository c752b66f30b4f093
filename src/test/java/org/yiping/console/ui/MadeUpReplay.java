package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.ReplayLookup;
import org.yiping.console.store.Tables;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.DebriefComment;
import org.yiping.domain.room.DebriefCommentId;
import org.yiping.domain.room.DebriefId;
import org.yiping.domain.room.PastEntry;
import org.yiping.domain.room.PastPage;

/// A made-up hour before now: every third case took one step in it, more of them towards its middle.
final class MadeUpReplay implements ReplayLookup {
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<Case> cases;
    private final List<Step> steps;
    private final Function<CaseId, List<FlowRecord>> records;

    /// A case before and after one of the hour's steps.
    private record Step(Instant at, Case before, Case after, FlowRecord record) {}

    MadeUpReplay(Tables tables, Instant now, Function<CaseId, List<FlowRecord>> records) {
        this.records = records;
        cases = tables.cases
                .rows()
                .values()
                .sorted(Comparator.comparing(c -> c.id().value()))
                .toList();
        List<Step> all = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Case c = cases.get(i);
            String state = c.progress().state().value();
            if (i % 3 == 0 && !state.equals("to-accept") && !state.equals("rejected")) {
                double x = Math.floorMod(c.id().value().hashCode() * 7919L, 1000) / 1000.0;
                double share = i % 2 == 0 ? x : 0.3 + 0.35 * x;
                Instant at = now.minus(HOUR).plusMillis((long) (share * HOUR.toMillis()));
                all.add(step(c, at, i));
            }
        }
        all.sort(Comparator.comparing(Step::at));
        steps = List.copyOf(all);
    }

    private static Step step(Case after, Instant at, int i) {
        String[] ways = {"file", "dispatch", "accept", "finish", "check-pass", "close"};
        String[] from = {"to-file", "to-dispatch", "to-handle", "handling", "checking", "to-close"};
        int way = i % ways.length;
        if (after.progress().state().value().equals("closed")) {
            way = 5;
        }
        Progress p = after.progress();
        List<CaseClock> clocks = new ArrayList<>(p.clocks());
        if (!clocks.isEmpty()) {
            CaseClock c = clocks.removeLast();
            Instant start = at.minus(Duration.ofMinutes(50));
            clocks.add(new CaseClock(
                    c.stage(),
                    start,
                    start.plus(Duration.ofMinutes(44)),
                    start.plus(Duration.ofMinutes(i % 5 == 0 ? 40 : 55)),
                    null,
                    c.basis()));
        }
        Case before = after.withProgress(
                new Progress(new StateCode(from[way]), p.department(), p.handler(), clocks, p.milestones(), List.of()));
        FlowRecord record = new FlowRecord(
                new RecordId("past-" + after.id().value()),
                after.id(),
                at,
                new Actor(new PersonId("p-" + i % 100), new PostCode("dispatcher"), new SeatId("03")),
                new FlowRecord.Step(new ActionCode(ways[way]), new StateCode(from[way]), p.state()),
                "");
        return new Step(at, before, after, record);
    }

    @Override
    public CompletableFuture<Found<PastPage>> state(@Nullable CaseId about, Instant at) {
        List<PastEntry> entries = new ArrayList<>();
        for (Case c : cases) {
            Step step = steps.stream()
                    .filter(s -> s.after().id().equals(c.id()))
                    .findFirst()
                    .orElse(null);
            Case then = step != null && !step.at().isBefore(at) ? step.before() : c;
            String state = then.progress().state().value();
            boolean ended = state.equals("closed") || state.equals("rejected");
            if ((about == null ? !ended : about.equals(c.id()))
                    && c.report().reportedAt().isBefore(at)) {
                entries.add(new PastEntry(1, at.minusSeconds(1), new PastEntry.OfCase(c.id(), then)));
            }
        }
        long done = steps.stream().filter(s -> s.at().isBefore(at)).count();
        return got(new PastPage(entries, 0, 1000 + 2 * done));
    }

    @Override
    public CompletableFuture<Found<PastPage>> state(long revision, long after) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    @Override
    public CompletableFuture<Found<PastPage>> changes(@Nullable CaseId about, long after, Instant until) {
        List<PastEntry> entries = new ArrayList<>();
        if (about != null && after == 0) {
            records.apply(about).forEach(r -> entries.add(new PastEntry(1, r.at(), new PastEntry.OfRecord(r))));
        }
        for (int i = 0; i < steps.size(); i++) {
            Step s = steps.get(i);
            long revision = 1001 + 2L * i;
            if (revision > after
                    && s.at().isBefore(until)
                    && (about == null || about.equals(s.after().id()))) {
                entries.add(new PastEntry(
                        revision, s.at(), new PastEntry.OfCase(s.after().id(), s.after())));
                entries.add(new PastEntry(revision + 1, s.at(), new PastEntry.OfRecord(s.record())));
            }
        }
        return got(new PastPage(entries, 0, 1000 + 2L * steps.size()));
    }

    private static CompletableFuture<Found<PastPage>> got(PastPage page) {
        return CompletableFuture.completedFuture(new Found.Got<>(page));
    }

    /// One debrief of the last hour with three comments, one signed of a case.
    static void debriefs(Tables tables, Instant now) {
        Actor leader = new Actor(new PersonId("p-4"), new PostCode("duty-leader"), new SeatId("01"));
        Actor supervisor = new Actor(new PersonId("p-2"), new PostCode("supervisor"), new SeatId("07"));
        Debrief.Subject hour = new Debrief.Subject(null, now.minus(HOUR), now);
        Debrief open = Debrief.of(new DebriefId("d-hour"), "上午高峰派遣积压", hour, leader, now.minus(Duration.ofMinutes(9)));
        tables.debriefs.put(open.id(), open);
        CaseId first = new CaseId("c-3");
        Debrief signed = Debrief.of(
                        new DebriefId("d-case"),
                        "暴露垃圾两次返工",
                        new Debrief.Subject(first, now.minus(Duration.ofHours(3)), now.minus(HOUR)),
                        supervisor,
                        now.minus(Duration.ofMinutes(50)))
                .signed(new Debrief.Signature(
                        "flawed", "派遣及时，处置部门第一次反馈的照片不是同一地点。", 2, supervisor, now.minus(Duration.ofMinutes(31))));
        tables.debriefs.put(signed.id(), signed);
        say(tables, signed, now.minus(Duration.ofMinutes(150)), first, leader, "照片拍的是路对面。");
        say(tables, signed, now.minus(Duration.ofMinutes(95)), first, supervisor, "第二次反馈合格。");
        say(tables, open, now.minus(Duration.ofMinutes(47)), null, leader, "三件同一路段，没有并案，派了三次。");
        say(tables, open, now.minus(Duration.ofMinutes(31)), new CaseId("c-12"), supervisor, "此刻待派遣积到最多，只有一个席位在派。");
        say(tables, open, now.minus(Duration.ofMinutes(12)), new CaseId("c-30"), leader, "红灯后 4 分钟才督办。");
    }

    private static void say(Tables tables, Debrief of, Instant moment, @Nullable CaseId about, Actor by, String text) {
        DebriefCommentId id = new DebriefCommentId("say-" + moment.getEpochSecond());
        tables.debriefComments.put(
                id,
                new DebriefComment(
                        id,
                        of.id(),
                        1,
                        new DebriefComment.Pin(moment, about, null),
                        text,
                        by,
                        of.at().plusSeconds(60 + id.hashCode() % 60)));
    }
}
