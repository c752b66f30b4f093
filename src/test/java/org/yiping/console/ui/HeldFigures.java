package org.yiping.console.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.FigureLookup;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.HotPlaces;
import org.yiping.domain.kpi.KpiCode;

/// A platform that answers questions about figures when a test lets it.
public final class HeldFigures implements FigureLookup {
    public final List<Frame> asked = new ArrayList<>();
    public final List<CompletableFuture<Found<FigureBoard>>> boards = new ArrayList<>();
    /// After what each question for cases went on; empty from the beginning.
    public final List<String> afters = new ArrayList<>();
    /// Groups every question is answered with.
    public final List<FigureBoard.Group> groups = new ArrayList<>();
    /// Questions for cases that wait for a test to answer them.
    public final List<CompletableFuture<Found<Behind>>> behind = new ArrayList<>();
    /// What stands behind every counter; while there is none, questions wait.
    public final List<Case> cases = new ArrayList<>();

    @Override
    public CompletableFuture<Found<FigureBoard>> board(Frame frame) {
        asked.add(frame);
        boards.add(new CompletableFuture<>());
        return boards.getLast();
    }

    @Override
    public CompletableFuture<Found<HotPlaces>> places(Frame frame) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    @Override
    public CompletableFuture<Found<Behind>> behind(String counter, Frame frame, @Nullable String after) {
        afters.add(after == null ? "" : after);
        if (cases.isEmpty()) {
            behind.add(new CompletableFuture<>());
            return behind.getLast();
        }
        return CompletableFuture.completedFuture(
                new Found.Got<>(new Behind(DeskFixture.START, (long) cases.size(), cases)));
    }

    @Override
    public CompletableFuture<Found<List<FigureBoard.Group>>> groups(
            KpiCode code, Frame frame, Grouping by, String level) {
        return CompletableFuture.completedFuture(new Found.Got<>(List.copyOf(groups)));
    }

    @Override
    public CompletableFuture<Found<List<Case>>> cases(List<CaseId> ids) {
        return CompletableFuture.completedFuture(
                cases.isEmpty() ? new Found.Unreachable<>() : new Found.Got<>(List.copyOf(cases)));
    }
}
