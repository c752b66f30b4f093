package org.yiping.console.ui.camera;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.CameraUse.CameraDay;
import org.yiping.console.store.CameraUse.Tally;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.LinkState;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;

/// What the platform counted of cameras' pictures on the day looked at (当日可用率). FX thread.
///
/// Asked for when the page is shown, then every minute while the day is not over and the platform is reached. What was
/// told stays, with its time, when it is not.
final class UptimeDay {
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(60);
    private static final int LONGEST_BACK = 30;

    private final Desk desk;
    private final Hall hall;
    private final Runnable changed;
    private @Nullable CameraDay told;
    private Map<CameraId, Tally> tallies = Map.of();
    private String trouble = "";
    private int back;
    private int question;
    private @Nullable Instant askedAt;

    /// By what lines are sorted, the worst first.
    enum Order {
        SHARE,
        FAULTS,
        NAME
    }

    /// One camera's day; a name of its own where the camera is no longer listed.
    record Line(CameraId camera, String name, Tally tally) {}

    /// `changed` is told when there are other figures or none can be had.
    UptimeDay(Desk desk, Hall hall, Runnable changed) {
        this.desk = desk;
        this.hall = hall;
        this.changed = changed;
    }

    LocalDate day() {
        return LocalDate.ofInstant(hall.now(), zone()).minusDays(back);
    }

    private ZoneId zone() {
        return desk.city().map(CityFacts::zone).orElse(ZoneOffset.UTC);
    }

    boolean isToday() {
        return back == 0;
    }

    boolean isFirst() {
        return back == LONGEST_BACK;
    }

    /// So many days on; never beyond today.
    void turn(int days) {
        int next = Math.clamp((long) back - days, 0, LONGEST_BACK);
        if (next != back) {
            back = next;
            told = null;
            tallies = Map.of();
            ask();
            changed.run();
        }
    }

    /// The page is shown, or a second has passed.
    void tick() {
        Instant before = askedAt;
        boolean due = before == null || !hall.now().isBefore(before.plus(AGAIN_AFTER));
        CameraDay known = told;
        boolean over = known != null && back > 0;
        if (due && !over && desk.stores().link().known().orElse(null) instanceof LinkState.Live) {
            ask();
        }
    }

    private void ask() {
        int mine = ++question;
        askedAt = hall.now();
        desk.lookup().cameras().ifPresent(use -> {
            var _ = use.availability(day())
                    .thenAccept(found -> hall.fx().execute(() -> {
                        if (mine == question) {
                            answered(found);
                        }
                    }));
        });
    }

    private void answered(Found<CameraDay> found) {
        switch (found) {
            case Found.Got<CameraDay>(CameraDay day) -> {
                told = day;
                trouble = "";
                Map<CameraId, Tally> all = new HashMap<>();
                day.items().forEach(t -> all.put(t.camera(), t));
                tallies = all;
            }
            case Found.Refused<CameraDay>(String code, String _) ->
                trouble = hall.messages().get("uptime.refused", code);
            case Found.Unreachable<CameraDay> _ -> trouble = hall.messages().get("uptime.offline");
        }
        changed.run();
    }

    /// Why there are no newer figures; empty where there are.
    String trouble() {
        return trouble;
    }

    Optional<Instant> until() {
        return Optional.ofNullable(told).map(CameraDay::until);
    }

    Optional<Tally> of(CameraId id) {
        return Optional.ofNullable(tallies.get(id));
    }

    List<Line> lines(Order by) {
        List<Line> all = new ArrayList<>();
        tallies.forEach((id, tally) -> all.add(
                new Line(id, desk.stores().cameras().find(id).map(Camera::name).orElse(id.value()), tally)));
        Comparator<Line> order = switch (by) {
            case SHARE -> Comparator.comparingDouble(l -> l.tally().share());
            case FAULTS -> Comparator.comparingLong(l -> -l.tally().faults());
            case NAME -> Comparator.comparing(Line::name);
        };
        all.sort(order.thenComparing(Line::name).thenComparing(l -> l.camera().value()));
        return all;
    }
}
