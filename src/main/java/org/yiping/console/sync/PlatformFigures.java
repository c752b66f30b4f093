package org.yiping.console.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.console.link.Answer;
import org.yiping.console.link.FigureCalls;
import org.yiping.console.store.FigureLookup;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.HotPlaces;
import org.yiping.domain.kpi.KpiCode;

/// Asks the platform for figures. Any thread.
final class PlatformFigures implements FigureLookup {
    private static final int KEPT = 12;

    private final FigureCalls calls;
    /// The boards that came last: asked for again every second, most of them are still the platform's newest.
    private final Map<Frame, FigureBoard> boards = new ConcurrentHashMap<>();

    PlatformFigures(FigureCalls calls) {
        this.calls = calls;
    }

    @Override
    public CompletableFuture<Found<FigureBoard>> board(Frame f) {
        return calls.board(f.period(), day(f), f.scope(), boards.get(f))
                .thenApply(a -> PlatformLookup.found(a, board -> kept(f, board)));
    }

    private FigureBoard kept(Frame of, FigureBoard board) {
        if (boards.size() >= KEPT && !boards.containsKey(of)) {
            boards.clear();
        }
        boards.put(of, board);
        return board;
    }

    @Override
    public CompletableFuture<Found<HotPlaces>> places(Frame f) {
        return calls.places(f.period(), day(f), f.scope()).thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<Behind>> behind(String counter, Frame f, @Nullable String after) {
        FigureCalls.Stretch stretch = new FigureCalls.Stretch(after, MOST);
        return calls.behind(counter, f.period(), day(f), f.scope(), stretch)
                .thenApply(a -> PlatformLookup.found(a, p -> new Behind(p.at(), p.total(), p.items(), p.next())));
    }

    @Override
    public CompletableFuture<Found<List<FigureBoard.Group>>> groups(KpiCode code, Frame f, Grouping by, String level) {
        return calls.groups(code, f.period(), day(f), f.scope(), new FigureCalls.Apart(by, level))
                .thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }

    /// One by one: they are few. One that cannot be had is left out, unless no platform answered at all.
    @Override
    public CompletableFuture<Found<List<Case>>> cases(List<CaseId> ids) {
        List<CompletableFuture<Answer<Case>>> asked =
                ids.stream().map(calls::one).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenApply(_ -> {
            List<Case> cases = new ArrayList<>();
            for (CompletableFuture<Answer<Case>> each : asked) {
                switch (each.join()) {
                    case Answer.Ok<Case>(Case value) -> cases.add(value);
                    case Answer.Refused<Case> _ -> {}
                    case Answer.Unreachable<Case> _ -> {
                        return new Found.Unreachable<>();
                    }
                }
            }
            return new Found.Got<>(List.copyOf(cases));
        });
    }

    private static @Nullable String day(Frame frame) {
        return frame.day() == null ? null : frame.day().toString();
    }
}
