package org.yiping.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.geo.Position;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Change;
import org.yiping.server.data.Database;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Meta;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;

/// What a camera's day comes to, from ten in the morning in the city.
class CameraDaysTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-11-27T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final CameraId CAMERA = new CameraId("c");

    @TempDir
    Path folder;

    private Database database;
    private CameraDays days;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("data"), null);
        days = new CameraDays(new Meta(database), ZONE, new Rows(database));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    private void seen(String state, long at) {
        days.seen(CAMERA, state, at(at));
    }

    private CameraDays.Tally tally(LocalDate day, Instant now) {
        List<CameraDays.Tally> all = days.of(day, Set.of(CAMERA), now);
        return all.isEmpty() ? new CameraDays.Tally(CAMERA, 0, 0, 0, 0, 0, 0) : all.getFirst();
    }

    @Test
    void aWordCountsUntilTheNextOne() {
        seen("live", 0);
        seen("live", 60);
        seen("frozen", 100);
        seen("dark", 120);
        seen("blurred", 130);
        seen("lost", 145);
        seen("live", 200);
        assertThat(tally(TODAY, at(210))).isEqualTo(new CameraDays.Tally(CAMERA, 110, 20, 10, 15, 55, 1));
    }

    @Test
    void whatNobodyWatchesIsNeitherUpNorDown() {
        seen("live", 0);
        assertThat(tally(TODAY, at(40)).live()).isEqualTo(40);
        assertThat(tally(TODAY, at(4_000)).live()).isEqualTo(90);
        seen("frozen", 3_600);
        assertThat(tally(TODAY, at(3_610))).isEqualTo(new CameraDays.Tally(CAMERA, 90, 10, 0, 0, 0, 1));
    }

    @Test
    void wordsThatOvertookEachOtherCountOnce() {
        seen("live", 0);
        seen("frozen", 30);
        seen("live", 20);
        assertThat(tally(TODAY, at(40))).isEqualTo(new CameraDays.Tally(CAMERA, 30, 10, 0, 0, 0, 1));
    }

    @Test
    void overMidnightEachDayGetsItsPart() {
        Instant midnight = TODAY.plusDays(1).atStartOfDay(ZONE).toInstant();
        days.seen(CAMERA, "live", midnight.minusSeconds(20));
        days.seen(CAMERA, "lost", midnight.plusSeconds(40));
        Instant now = midnight.plusSeconds(50);
        assertThat(tally(TODAY, now)).isEqualTo(new CameraDays.Tally(CAMERA, 20, 0, 0, 0, 0, 0));
        assertThat(tally(TODAY.plusDays(1), now)).isEqualTo(new CameraDays.Tally(CAMERA, 40, 0, 0, 0, 10, 1));
    }

    @Test
    void afterARestartTheDayGoesOnButForTheLastMinute() {
        for (int i = 0; i <= 10; i++) {
            seen("live", i * 60L);
        }
        days = new CameraDays(new Meta(database), ZONE, new Rows(database));
        assertThat(tally(TODAY, at(700)).live()).isBetween(540L, 600L);
        seen("live", 900);
        seen("live", 960);
        assertThat(tally(TODAY, at(960)).live()).isBetween(600L, 660L);
    }

    @Test
    void whatItsSourceCallsOfflineIsLostWhoeverLooks() {
        days.follow(List.of(entry(1, at(0), new CameraState(false, false, "offline", "source", at(0)))));
        assertThat(tally(TODAY, at(600)).lost()).isEqualTo(600);
        days.follow(List.of(entry(2, at(600), new CameraState(true, false))));
        assertThat(tally(TODAY, at(900)).lost()).isEqualTo(600);
        days.follow(
                List.of(entry(3, at(900), new CameraState(false, false, "offline", CameraState.NO_PICTURE, at(900)))));
        assertThat(tally(TODAY, at(950)).lost())
                .as("by a player's word, which counts as such")
                .isEqualTo(600);
    }

    @Test
    void whatItsSourceTellsNoStateOfIsNotLost() {
        days.follow(List.of(entry(1, at(0), CameraState.untold(false, at(0)))));
        assertThat(tally(TODAY, at(600)).lost()).isZero();
    }

    @Test
    void olderDaysAreReadAndCostTodayNothing() {
        Instant before = START.minusSeconds(3 * 86_400);
        days.seen(CAMERA, "live", before);
        days.seen(CAMERA, "live", before.plusSeconds(60));
        for (int i = 0; i <= 9; i++) {
            seen("live", i * 10L); // not yet due to be written
        }
        for (int back = 1; back < 6; back++) {
            tally(TODAY.minusDays(back), at(100));
        }
        assertThat(tally(TODAY.minusDays(3), at(100)).live()).isBetween(60L, 150L);
        assertThat(tally(TODAY, at(90)).live()).isEqualTo(90);
        assertThat(days.of(TODAY, Set.of(new CameraId("nobody's")), at(90))).isEmpty();
    }

    private static Entry entry(long revision, Instant at, CameraState state) {
        Camera camera =
                new Camera(CAMERA, "玉林街", new Position(104, 30), new Camera.View(0, 60, "fixed"), List.of(), state);
        return new Entry(
                revision,
                at,
                Origin.PLATFORM,
                Change.fact(
                        Kinds.CAMERA, CAMERA.value(), Json.mapper().writeValueAsString(camera), Scope.waiting("99")),
                new Entry.Links(0, 0, new byte[32]),
                null);
    }
}
