package org.yiping.domain.patrol;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;

/// A named list of cameras (巡逻计划): a seat lets it run by itself (轮巡) or a person walks it and ticks off what was seen
/// (视频巡逻). `by` planned or changed it last; a retired one is walked no more. Immutable; any thread.
public record PatrolPlan(PatrolPlanId id, Task task, Actor by, boolean retired) {
    /// A round's id holds its plan's and its time.
    public static final int LONGEST_ID = 50;

    public static final int LONGEST_NAME = 100;
    public static final int MOST_CAMERAS = 100;
    public static final int MOST_TIMES = 24;

    /// `goal` says what to look for. `dwell` is for how many seconds a tour stays at each; `times` are when a round is
    /// due, in the city's time, none for once a day.
    public record Task(String name, String goal, List<CameraId> cameras, int dwell, List<LocalTime> times) {
        public Task {
            cameras = List.copyOf(cameras);
            times = times.stream().sorted().toList();
        }
    }

    /// When the round began that is due now: the last of its times, yesterday's where today's first is still ahead.
    public Instant slot(Instant now, ZoneId zone) {
        List<LocalTime> begins = task.times().isEmpty() ? List.of(LocalTime.MIDNIGHT) : task.times();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return begins.reversed().stream()
                .map(t -> today.atTime(t).atZone(zone).toInstant())
                .filter(i -> !i.isAfter(now))
                .findFirst()
                .orElseGet(() ->
                        today.minusDays(1).atTime(begins.getLast()).atZone(zone).toInstant());
    }
}
