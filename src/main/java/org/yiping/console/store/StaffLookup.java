package org.yiping.console.store;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.sensor.SensorTrend;
import org.yiping.domain.staff.RollCallId;
import org.yiping.domain.staff.RollCallSheet;
import org.yiping.domain.staff.StaffBoard;
import org.yiping.domain.staff.StaffRules;
import org.yiping.domain.staff.StaffTrack;

/// How people in the field work, as the platform judges it, roll-calls, and what sensors said before. Any
/// thread; answers come on the link's threads and never exceptionally.
public interface StaffLookup {
    /// `period` and `day` as of figures.
    CompletableFuture<Found<StaffBoard>> board(String period, @Nullable LocalDate day);

    /// Every version of the weights and limits people are judged by.
    CompletableFuture<Found<List<StaffRules>>> rules();

    /// One day of one unit; that it was looked at is noted.
    CompletableFuture<Found<StaffTrack>> day(String unit, LocalDate day);

    /// The newest first.
    CompletableFuture<Found<List<RollCallSheet>>> rollCalls(int most);

    /// Draws so many of those on duty; asked again under the same name it answers the same.
    CompletableFuture<Found<RollCallSheet>> rollCall(RollCallId id, int size, @Nullable AreaCode area);

    /// At most a hundred at once.
    CompletableFuture<Found<List<SensorTrend>>> trends(List<SensorId> sensors);
}
