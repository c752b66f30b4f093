package org.yiping.console.sync;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.console.link.StaffCalls;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.StaffLookup;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.sensor.SensorTrend;
import org.yiping.domain.staff.RollCallId;
import org.yiping.domain.staff.RollCallSheet;
import org.yiping.domain.staff.StaffBoard;
import org.yiping.domain.staff.StaffRules;
import org.yiping.domain.staff.StaffTrack;

/// Answers questions about people's work by asking the platform. Any thread.
final class PlatformStaff implements StaffLookup {
    private final StaffCalls calls;

    PlatformStaff(StaffCalls calls) {
        this.calls = calls;
    }

    @Override
    public CompletableFuture<Found<StaffBoard>> board(String period, @Nullable LocalDate day) {
        return calls.board(period, day).thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<List<StaffRules>>> rules() {
        return calls.rules().thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<StaffTrack>> day(String unit, LocalDate day) {
        return calls.day(unit, day).thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<List<RollCallSheet>>> rollCalls(int most) {
        return calls.rollCalls(most).thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<RollCallSheet>> rollCall(RollCallId id, int size, @Nullable AreaCode area) {
        return calls.rollCall(id, size, area).thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<List<SensorTrend>>> trends(List<SensorId> sensors) {
        return calls.trends(sensors).thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }
}
