package org.yiping.console.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.RecheckLookup;
import org.yiping.console.store.Tables;
import org.yiping.domain.casework.Case;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Recheck;
import org.yiping.domain.kpi.RecheckId;
import org.yiping.domain.kpi.RecheckSheet;
import org.yiping.domain.kpi.Span;
import org.yiping.domain.kpi.Wilson;

/// Blind re-checks of a made-up city, kept in memory; answers at once unless it is away.
public final class MadeUpRechecks implements RecheckLookup {
    private static final Actor SUPERVISOR =
            new Actor(new PersonId("p-3"), new PostCode("supervisor"), new SeatId("08"));

    private final Tables tables;
    private final Instant now;
    private final Map<String, Map<Integer, String>> verdicts = new HashMap<>();
    private final List<Recheck> drawn = new ArrayList<>();
    /// While it is away it answers nothing, though what was asked may have been done.
    public boolean away;

    /// Whether what is asked while it is away was done all the same.
    public boolean heard = true;

    public MadeUpRechecks(Tables tables, Instant now) {
        this.tables = tables;
        this.now = now;
    }

    /// A sample of before of which a part is judged.
    public MadeUpRechecks withOne() {
        put(new RecheckId("r1"), 12, new Span(now.minusSeconds(2_000_000), now));
        for (int i = 0; i < 7; i++) {
            verdicts.get("r1").put(i, i == 4 ? "broken" : i == 5 ? "unclear" : "holds");
        }
        return this;
    }

    private void put(RecheckId id, int size, Span span) {
        if (drawn.stream().anyMatch(r -> r.id().equals(id))) {
            return;
        }
        List<Case> cases = tables.cases
                .rows()
                .values()
                .sorted(Comparator.comparing(c -> c.id().value()))
                .limit(size)
                .toList();
        drawn.addFirst(new Recheck(
                id,
                "closed",
                span,
                FigureScope.CITY,
                1651,
                1_284_903,
                Recheck.seed("made up", id),
                SUPERVISOR,
                now,
                cases.stream().map(Case::id).toList(),
                null));
        verdicts.put(id.value(), new HashMap<>());
    }

    private RecheckSheet sheet(Recheck of) {
        Map<Integer, String> said = verdicts.getOrDefault(of.id().value(), Map.of());
        int holds = (int) said.values().stream().filter("holds"::equals).count();
        int broken = (int) said.values().stream().filter("broken"::equals).count();
        Wilson interval = Wilson.of(holds, holds + broken).orElse(null);
        List<RecheckSheet.Card> cards = new ArrayList<>();
        for (int i = 0; i < of.cases().size(); i++) {
            Case c = tables.cases.rows().find(of.cases().get(i)).orElseThrow();
            cards.add(new RecheckSheet.Card(
                    i,
                    c.id(),
                    c.head().number().value(),
                    c.subject().classCode(),
                    c.subject().description(),
                    c.place().address(),
                    c.place().position(),
                    List.of(),
                    true,
                    said.get(i)));
        }
        return new RecheckSheet(
                of,
                said.size(),
                holds,
                broken,
                interval == null ? null : 100.0 * holds / (holds + broken),
                interval == null ? null : 100 * interval.lower(),
                interval == null ? null : 100 * interval.upper(),
                cards);
    }

    private <T> CompletableFuture<Found<T>> told(@Nullable T answer) {
        return CompletableFuture.completedFuture(
                away || answer == null ? new Found.Unreachable<>() : new Found.Got<>(answer));
    }

    @Override
    public CompletableFuture<Found<List<RecheckSheet>>> all() {
        return told(drawn.stream().map(this::sheet).toList());
    }

    @Override
    public CompletableFuture<Found<RecheckSheet>> draw(RecheckId id, String counter, int size, Frame frame) {
        if (!away || heard) {
            put(id, size, new Span(now.minusSeconds(2_000_000), now));
        }
        return told(drawn.stream()
                .filter(r -> r.id().equals(id))
                .map(this::sheet)
                .findFirst()
                .orElse(null));
    }

    @Override
    public CompletableFuture<Found<RecheckSheet>> judge(RecheckId id, int place, String verdict, String note) {
        if (!away || heard) {
            verdicts.get(id.value()).put(place, verdict);
        }
        return told(
                sheet(drawn.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow()));
    }
}
