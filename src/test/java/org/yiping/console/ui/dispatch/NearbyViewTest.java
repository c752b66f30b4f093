package org.yiping.console.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.PersonId;
import org.yiping.needs.NeedsDisplay;

/// Who is near a case, and how much they have in hand.
@NeedsDisplay
class NearbyViewTest {
    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @Test
    void peopleAreShownWithDistanceAndWithWhatTheyHaveOpen() {
        Toolkit.onFx(() -> {
            OpenCase seat = new OpenCase();
            unit(seat, "p-1", "罗建国", "collector", 90);
            unit(seat, "p-2", "王立新", "handler", 300);
            unit(seat, "p-3", "远处", "handler", 900);
            unit(seat, "v-1", "抢修车", "vehicle", 200);
            seat.fixture.put(
                    of("a", "p-2", Duration.ofMinutes(10)), of("b", "p-2", Duration.ofMinutes(-1)), ended("c", "p-2"));
            NearbyView view = new NearbyView(seat.model, seat.fixture.hall);
            view.tick();
            List<NearRow> rows = rows(view);
            assertThat(rows)
                    .extracting(NearRow::getAccessibleText)
                    .containsExactly("罗建国 监督员 · 在办 0 90 m", "抢修车 车辆 200 m", "王立新 处置人员 · 在办 2，将超时 1 300 m");

            unit(seat, "p-1", "罗建国", "collector", 120);
            seat.fixture.pass(Duration.ofSeconds(1));
            view.tick();
            assertThat(rows(view))
                    .as("a press over a second's tick meets the same button")
                    .containsExactlyElementsOf(rows);
            assertThat(rows.getFirst().getAccessibleText()).endsWith("120 m");
            rows.getFirst().fire();
            assertThat(seat.fixture.selection.picked()).isEqualTo(new Selection.Picked.OfUnit("p-1"));
            return true;
        });
    }

    @Test
    void ofACaseWithoutAPlaceNothingIsCounted() {
        Toolkit.onFx(() -> {
            OpenCase seat = new OpenCase();
            unit(seat, "p-1", "罗建国", "collector", 90);
            NearbyView view = new NearbyView(seat.model, seat.fixture.hall);
            view.tick();
            assertThat(words(view)).contains("1", "500 m 内");
            Case c = seat.value;
            seat.fixture.put(new Case(
                    c.id(),
                    c.head(),
                    c.subject(),
                    new Place(null, c.place().address(), null, null),
                    c.report(),
                    c.progress()));
            view.tick();
            assertThat(words(view)).contains("地址待定，无法列出附近").doesNotContain("1", "500 m 内");
            return true;
        });
    }

    private static List<String> words(NearbyView view) {
        List<String> found = new ArrayList<>();
        view.frames().forEach(f -> words(f, found));
        return found;
    }

    private static void words(Parent root, List<String> found) {
        root.getChildrenUnmodifiable().forEach(n -> {
            if (n instanceof Label l) {
                found.add(l.getText());
            } else if (n instanceof Parent p) {
                words(p, found);
            }
        });
    }

    @Test
    void loadsAreCountedAgainAfterSomeSeconds() {
        Toolkit.onFx(() -> {
            OpenCase seat = new OpenCase();
            unit(seat, "p-2", "王立新", "handler", 30);
            NearbyView view = new NearbyView(seat.model, seat.fixture.hall);
            view.tick();
            seat.fixture.put(of("a", "p-2", Duration.ofMinutes(10)));
            seat.fixture.pass(Duration.ofSeconds(1));
            view.tick();
            assertThat(rows(view).getFirst().getAccessibleText()).contains("在办 0");
            seat.fixture.pass(Duration.ofSeconds(5));
            view.tick();
            assertThat(rows(view).getFirst().getAccessibleText()).contains("在办 1");
            return true;
        });
    }

    private static void unit(OpenCase seat, String id, String name, String kind, double metresNorth) {
        seat.fixture.tables.units.put(
                id,
                new FieldUnit(
                        id, kind, name, new Position(104.06, 30.63 + metresNorth / 111_195), 0, DeskFixture.START));
    }

    private static Case of(String id, String handler, Duration left) {
        return held(Samples.waiting(id, "handling", DeskFixture.START, left), handler);
    }

    private static Case ended(String id, String handler) {
        return held(Samples.without(id, "closed", DeskFixture.START), handler);
    }

    private static Case held(Case c, String handler) {
        Progress p = c.progress();
        return c.withProgress(
                new Progress(p.state(), null, new PersonId(handler), p.clocks(), p.milestones(), List.of()));
    }

    private static List<NearRow> rows(NearbyView view) {
        List<NearRow> found = new ArrayList<>();
        view.frames().forEach(f -> gather(f, found));
        return found;
    }

    private static void gather(Parent root, List<NearRow> found) {
        root.getChildrenUnmodifiable().forEach(n -> {
            if (n instanceof NearRow row) {
                found.add(row);
            } else if (n instanceof Parent p) {
                gather(p, found);
            }
        });
    }
}
