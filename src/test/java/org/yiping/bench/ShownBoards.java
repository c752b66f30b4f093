package org.yiping.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.FigureLookup;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Boards;
import org.yiping.console.ui.DeskFixture;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.HotPlaces;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.protocol.Json;

/// The console's boards without a window: looked at every second, as panels do, and what stands there all the time in
/// between. One thread shows, one looks.
final class ShownBoards implements FigureLookup {
    private static final long SECOND = 1_000_000_000L;
    private static final long BETWEEN_LOOKS = 20_000_000L;
    private static final List<Frame> FRAMES =
            List.of(new Frame("month", null, FigureScope.CITY), new Frame("year", null, FigureScope.CITY));

    private final int port;
    private final Seats.Seat seat;
    private final KpiBench.Acks acks;
    private final Times ages;
    private final DeskFixture console = new DeskFixture("supervisor");
    private final Map<Frame, FigureBoard> known = new HashMap<>();
    /// By frame the revision of the board that stands there.
    private final Map<Frame, Long> standing = new ConcurrentHashMap<>();
    private @Nullable Line line;

    /// `ages` is told how old what stands there is.
    ShownBoards(int port, Seats.Seat seat, KpiBench.Acks acks, Times ages) {
        this.port = port;
        this.seat = seat;
        this.acks = acks;
        this.ages = ages;
        console.figures = this;
    }

    /// Until it is over; throws where the platform answers something else.
    void show(AtomicBoolean over) throws IOException {
        Boards boards = new Boards(console.desk, console.hall, () -> {});
        try (Line own = new Line(port)) {
            line = own;
            long next = System.nanoTime();
            while (!over.get()) {
                console.pass(Duration.ofSeconds(1));
                for (Frame frame : FRAMES) {
                    FigureBoard board = boards.board(frame).value();
                    if (board != null) {
                        standing.put(frame, board.revision());
                    }
                }
                next = Math.max(next + SECOND, System.nanoTime());
                for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Until it is over.
    void look(AtomicBoolean over) {
        while (!over.get()) {
            long now = System.nanoTime();
            standing.values().forEach(revision -> ages.add(acks.age(revision, now)));
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    @Override
    public CompletableFuture<Found<FigureBoard>> board(Frame frame) {
        try {
            FigureBoard had = known.get(frame);
            String unless = had == null ? "" : "If-None-Match: \"" + had.version() + "\"\r\n";
            Line.Answer answer = line.get("/api/v1/figures/board?period=" + frame.period(), seat.head() + unless);
            if (answer.status() == 200) {
                known.put(frame, Json.mapper().readValue(answer.body(), FigureBoard.class));
            } else if (answer.status() != 304) {
                throw new IOException("board answered " + answer.status() + " " + answer.body());
            }
            return CompletableFuture.completedFuture(new Found.Got<>(known.get(frame)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CompletableFuture<Found<HotPlaces>> places(Frame frame) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    @Override
    public CompletableFuture<Found<Behind>> behind(String counter, Frame frame, @Nullable String next) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    @Override
    public CompletableFuture<Found<List<FigureBoard.Group>>> groups(
            KpiCode code, Frame frame, Grouping by, String level) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    @Override
    public CompletableFuture<Found<List<Case>>> cases(List<CaseId> ids) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }
}
