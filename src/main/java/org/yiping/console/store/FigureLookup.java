package org.yiping.console.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.HotPlaces;
import org.yiping.domain.kpi.KpiCode;

/// Figures of periods and scopes, and the cases behind them, as the platform counts them. Any thread; answers
/// come on the link's threads and never exceptionally.
public interface FigureLookup {
    /// Of which time and of whom. `period` is day, week, month, quarter, year, or a window such as 24h or 7d;
    /// `day` lies in it, absent for the one that runs.
    record Frame(String period, @Nullable LocalDate day, FigureScope scope) {}

    /// Cases a counter counted when the platform was asked: how many there are, absent where that is unknown, some of
    /// them, and where the rest begins, absent where these are the last.
    record Behind(
            Instant at,
            @Nullable Long total,
            List<Case> cases,
            @Nullable String next) {
        public Behind {
            cases = List.copyOf(cases);
        }

        /// With nothing behind them.
        public Behind(Instant at, @Nullable Long total, List<Case> cases) {
            this(at, total, cases, null);
        }
    }

    /// So many of the cases behind a figure are asked for at a time.
    int MOST = 500;

    CompletableFuture<Found<FigureBoard>> board(Frame frame);

    CompletableFuture<Found<HotPlaces>> places(Frame frame);

    /// The first of them, at most `MOST`.
    default CompletableFuture<Found<Behind>> behind(String counter, Frame frame) {
        return behind(counter, frame, null);
    }

    /// At most `MOST` of them, from `after` on, which an answer before gave as its `next`.
    CompletableFuture<Found<Behind>> behind(String counter, Frame frame, @Nullable String after);

    /// One figure of every group that has any, `by` person, post and so on (areas of a `level`), with what the city
    /// puts beside it.
    CompletableFuture<Found<List<FigureBoard.Group>>> groups(KpiCode code, Frame frame, Grouping by, String level);

    /// Those this person may see, in the same order.
    CompletableFuture<Found<List<Case>>> cases(List<CaseId> ids);
}
