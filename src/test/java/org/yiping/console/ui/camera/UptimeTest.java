package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.store.CameraUse.CameraDay;
import org.yiping.console.store.CameraUse.Tally;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.LinkState;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.geo.Position;

/// The day of three cameras, one of them with a name that a spreadsheet would compute.
class UptimeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final DeskFixture seat = new DeskFixture("dispatcher");
    private final AskedCameras cameras = new AskedCameras();
    private int changes;
    private final UptimeDay day = new UptimeDay(seat.desk, seat.hall, () -> changes++);

    @TempDir
    Path folder;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void three() {
        seat.cameras = cameras;
        seat.tables.link.set(new LinkState.Live(20, DeskFixture.START), new Freshness(true, DeskFixture.START));
        put("a", "人民南路");
        put("b", "=HYPERLINK(\"http://x\")");
        put("c", "玉林街");
        tell(
                new Tally(id("a"), 3_000, 0, 0, 0, 0, 0),
                new Tally(id("b"), 900, 100, 0, 0, 0, 3),
                tally("c", 50, 950, 1));
    }

    @Test
    void theWorstComesFirstAndOtherOrdersAreThere() {
        day.tick();
        assertThat(names(UptimeDay.Order.SHARE)).containsExactly("c", "b", "a");
        assertThat(names(UptimeDay.Order.FAULTS)).containsExactly("b", "c", "a");
        assertThat(names(UptimeDay.Order.NAME)).containsExactly("b", "a", "c");
        assertThat(day.of(id("b")).orElseThrow().share()).isEqualTo(0.9);
    }

    @Test
    void itIsAskedForEachMinuteAndNotWithoutALink() {
        for (int i = 0; i < 121; i++) {
            day.tick();
            seat.pass(Duration.ofSeconds(1));
        }
        assertThat(cameras.days).containsExactly(TODAY, TODAY, TODAY);
        seat.tables.link.set(
                new LinkState.Lost(DeskFixture.START, null, "cut"), new Freshness(false, DeskFixture.START));
        for (int i = 0; i < 200; i++) {
            day.tick();
            seat.pass(Duration.ofSeconds(1));
        }
        assertThat(cameras.days).hasSize(3);
        assertThat(day.of(id("a"))).as("what was told stays").isPresent();
    }

    @Test
    void anAnswerForAnotherDayIsNoAnswer() {
        CompletableFuture<Found<CameraDay>> slow = new CompletableFuture<>();
        cameras.day = slow;
        day.tick();
        tell(tally("a", 10, 0, 0));
        day.turn(-1);
        assertThat(day.day()).isEqualTo(TODAY.minusDays(1));
        assertThat(names(UptimeDay.Order.SHARE)).containsExactly("a");
        slow.complete(new Found.Got<>(new CameraDay(TODAY, DeskFixture.START, List.of(tally("c", 1, 1, 1)))));
        assertThat(names(UptimeDay.Order.SHARE)).containsExactly("a");
        day.turn(1);
        day.turn(1);
        assertThat(day.day()).as("there is no tomorrow").isEqualTo(TODAY);
    }

    @Test
    void whyThereAreNoFiguresIsSaid() {
        cameras.day = CompletableFuture.completedFuture(new Found.Refused<>("AUT-4030", "岗位"));
        day.tick();
        assertThat(day.trouble()).contains("AUT-4030");
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void whatFailedOnceDidNotRunAllDay() {
        assertThat(UptimeWords.percent(1)).isEqualTo("100%");
        assertThat(UptimeWords.percent(0.99999)).isEqualTo("99.9%");
        assertThat(UptimeWords.percent(0.5)).isEqualTo("50%");
    }

    @Test
    void theFileIsInTheOrderOfTheScreenAndHoldsNoFormula() throws IOException {
        Path file = folder.resolve("day.csv");
        List<CameraId> taken = new ArrayList<>();
        Toolkit.onFx((Callable<Boolean>) () -> {
            UptimeView view =
                    new UptimeView(seat.hall, day, new Words(seat.desk.stores(), seat.hall.messages()), taken::add);
            day.tick();
            view.fill();
            view.write(file);
            return true;
        });
        List<String> lines = Files.readString(file).lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("\uFEFF日期,编码,");
        assertThat(lines.get(1)).contains(",c,", ",5%,");
        assertThat(lines.get(2)).contains("'=HYPERLINK");
        assertThat(lines.get(3)).contains("人民南路", ",100%,", ",50,");
        assertThat(seat.hall.notices().all().getLast().what()).contains("3");
    }

    private List<String> names(UptimeDay.Order by) {
        return day.lines(by).stream().map(l -> l.camera().value()).toList();
    }

    private void tell(Tally... all) {
        cameras.day = CompletableFuture.completedFuture(
                new Found.Got<>(new CameraDay(TODAY, Instant.parse("2026-11-24T02:42:00Z"), List.of(all))));
    }

    private static Tally tally(String camera, long live, long frozen, long faults) {
        return new Tally(id(camera), live, frozen, 0, 0, 0, faults);
    }

    private static CameraId id(String id) {
        return new CameraId(id);
    }

    private void put(String id, String name) {
        seat.tables.cameras.put(
                id(id),
                new Camera(
                        id(id),
                        name,
                        new Position(104, 30),
                        new Camera.View(0, 60, "fixed"),
                        List.of(),
                        new CameraState(true, false)));
    }
}
