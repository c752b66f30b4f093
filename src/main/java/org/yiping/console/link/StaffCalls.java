package org.yiping.console.link;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.sensor.SensorTrend;
import org.yiping.domain.staff.RollCallId;
import org.yiping.domain.staff.RollCallSheet;
import org.yiping.domain.staff.StaffBoard;
import org.yiping.domain.staff.StaffRules;
import org.yiping.domain.staff.StaffTrack;
import org.yiping.protocol.Json;

/// What a link asks of people's work in the field and of what sensors said before. Any thread.
public final class StaffCalls {
    private static final String STAFF = "/api/v1/staff";

    private final Calls calls;

    StaffCalls(Calls calls) {
        this.calls = calls;
    }

    public CompletableFuture<Answer<StaffBoard>> board(String period, @Nullable LocalDate day) {
        String of = day == null ? "" : "&day=" + day;
        return calls.json(Call.get(STAFF + "?period=" + Link.encode(period) + of), StaffBoard.class);
    }

    /// Every version of the rules people are judged by.
    public CompletableFuture<Answer<List<StaffRules>>> rules() {
        return calls.json(Call.get(STAFF + "/rules"), Versions.class).thenApply(a -> a.map(Versions::items));
    }

    private record Versions(List<StaffRules> items) {}

    public CompletableFuture<Answer<StaffTrack>> day(String unit, LocalDate day) {
        return calls.json(Call.get(STAFF + "/days/" + Link.encode(unit) + "/" + day), StaffTrack.class);
    }

    /// The newest first.
    public CompletableFuture<Answer<List<RollCallSheet>>> rollCalls(int most) {
        return calls.json(Call.get(STAFF + "/rollcalls?limit=" + most), Sheets.class)
                .thenApply(a -> a.map(Sheets::items));
    }

    private record Sheets(List<RollCallSheet> items) {}

    public CompletableFuture<Answer<RollCallSheet>> rollCall(RollCallId id, int size, @Nullable AreaCode area) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("size", size);
        if (area != null) {
            wish.put("area", area.value());
        }
        byte[] body = Json.mapper().writeValueAsBytes(wish);
        return calls.json(Call.put(STAFF + "/rollcalls/" + Link.encode(id.value()), body), RollCallSheet.class);
    }

    public CompletableFuture<Answer<List<SensorTrend>>> trends(List<SensorId> sensors) {
        String ids = sensors.stream().map(s -> Link.encode(s.value())).collect(Collectors.joining(","));
        return calls.page(Call.get("/api/v1/readings/trends?sensors=" + ids), SensorTrend.class);
    }
}
