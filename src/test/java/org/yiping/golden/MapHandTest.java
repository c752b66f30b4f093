package org.yiping.golden;

// long because the map window is tested under one hand

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.city.CityFolder;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.ui.shell.Snapshots;
import org.yiping.domain.casework.Case;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;
import org.yiping.needs.NeedsDisplay;
import org.yiping.simulator.city.CityGenerator;

/// The map window under a hand with mouse and keys: enclosing, measuring, what lies under each other, who answers.
@NeedsDisplay
class MapHandTest {
    @TempDir
    static Path folder;

    private static CityFolder city;

    private Seat seat;
    private Panel panel;
    private Scene scene;

    @BeforeAll
    static void look() throws IOException {
        Toolkit.start();
        Path files = folder.resolve("city");
        Files.createDirectories(files);
        new CityGenerator(20260311).write(files);
        city = new CityFolder(files);
    }

    @BeforeEach
    void open() {
        seat = Toolkit.onFx(() -> new Seat(Condition.NORMAL, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        Toolkit.onFx(() -> {
            seat.post("dispatcher");
            seat.pick("to-dispatch");
            seat.settle();
            panel = seat.panels().open("map");
            scene = Camera.dressed(panel.root(), seat.hall, 1366, 680);
            panel.onShow();
            return settle();
        });
    }

    @AfterEach
    void close() {
        Toolkit.onFx(() -> {
            panel.onHide();
            return true;
        });
    }

    @Test
    void aDraggedBoxListsWhatLiesInItAndEscStepsBack() {
        Toolkit.onFx(() -> {
            act("map/tool-box");
            drag(100, 100, 500, 400);
            assertThat(title()).isEqualTo("圈内结果");
            assertThat(count("cases")).isPositive().isLessThan(120);
            assertThat(count("all"))
                    .isEqualTo(count("cases")
                            + count("cameras")
                            + count("sensors")
                            + count("staff")
                            + count("vehicles")
                            + count("components"));
            long both = count("cases");
            drag(100, 100, 300, 250);
            assertThat(count("cases")).isLessThan(both);
            act("map/uncircle"); // the tool
            assertThat(title()).isEqualTo("圈内结果");
            act("map/uncircle"); // the enclosure
            assertThat(title()).isEqualTo("视野内");
            act("map/fit-selection");
            arrive();
            assertThat(card()).isPresent();
            act("map/uncircle"); // the card
            assertThat(card()).isEmpty();
            assertThat(seat.desk.selection().picked()).isEqualTo(new Selection.Picked.Nothing());
            assertThat(action("map/uncircle").refusal()).isNotEmpty();
            return true;
        });
    }

    @Test
    void aWheelOverTheCardZoomsTheMapOnAroundThePointer() {
        Toolkit.onFx(() -> {
            act("map/fit-selection");
            arrive();
            double before = metresPerPixel();
            Mouse.wheel(card().orElseThrow(), 20, 20, -40);
            arrive();
            assertThat(metresPerPixel()).isGreaterThan(before);
            return true;
        });
    }

    @Test
    void theSurroundingsOfThePickedCaseAreEnclosedAndItsRadiusCanBeChanged() {
        Toolkit.onFx(() -> {
            Case picked = seat.desk.pickedCase().orElseThrow();
            act("map/around-picked");
            assertThat(field("map/metres").getText()).isEqualTo("500");
            assertThat(count("cameras")).isEqualTo(cameras(picked, 500));
            act("map/larger");
            assertThat(field("map/metres").getText()).isEqualTo("1000");
            assertThat(count("cameras")).isEqualTo(cameras(picked, 1000));
            act("map/smaller");
            act("map/smaller");
            assertThat(count("cameras")).isEqualTo(cameras(picked, 200));
            field("map/metres").setText("350");
            field("map/metres").getOnAction().handle(null);
            assertThat(count("cameras")).isEqualTo(cameras(picked, 350));
            field("map/metres").setText("x");
            field("map/metres").getOnAction().handle(null);
            assertThat(field("map/metres").getText()).isEqualTo("350");
            return true;
        });
    }

    @Test
    void aPolygonIsClickedCornerByCornerAndClosedByEnterOrADoubleClick() {
        Toolkit.onFx(() -> {
            act("map/tool-polygon");
            click(100, 100, 1);
            click(500, 100, 1);
            assertThat(action("map/close-shape").refusal()).isNotEmpty();
            click(20, 20, 1);
            act("map/corner-back");
            click(500, 400, 1);
            act("map/close-shape");
            long triangle = count("cases");
            act("map/tool-box");
            drag(100, 100, 500, 400);
            assertThat(triangle).isPositive().isLessThan(count("cases"));
            act("map/tool-polygon");
            click(100, 100, 1);
            click(500, 100, 1);
            click(500, 400, 1);
            click(500, 400, 2);
            assertThat(count("cases")).isEqualTo(triangle);
            act("map/tool-along");
            click(100, 200, 1);
            click(500, 300, 1);
            click(500, 300, 2);
            assertThat(field("map/metres").getText()).isEqualTo("50");
            act("map/tool-distance");
            click(100, 200, 1);
            assertThat(Tree.of(panel.root()).map(Node::getId))
                    .doesNotContain("map/metres"); // it is of what stays enclosed
            return true;
        });
    }

    @Test
    void aCornerToolStillLetsTheHandDragTheMap() {
        Toolkit.onFx(() -> {
            act("map/tool-distance");
            drag(300, 300, 200, 300);
            assertThat(sketch()).isEmpty();
            click(200, 300, 1);
            click(400, 300, 1);
            assertThat(sketch()).hasSize(1);
            return true;
        });
    }

    @Test
    void aDistanceSumsItsLegs() {
        Toolkit.onFx(() -> {
            double scale = metresPerPixel();
            act("map/tool-distance");
            click(100, 300, 1);
            click(400, 300, 1);
            click(400, 500, 1);
            assertThat(metres(sketch().getFirst())).isCloseTo(300 * scale, within(6 * scale));
            assertThat(metres(sketch().getLast())).isCloseTo(500 * scale, within(10 * scale));
            assertThat(sketch().getLast()).contains("本段");
            act("map/close-shape");
            move(600, 100);
            assertThat(metres(sketch().getLast())).isCloseTo(500 * scale, within(10 * scale));
            act("map/tool-area");
            assertThat(sketch()).isEmpty();
            click(100, 300, 1);
            click(400, 300, 1);
            click(400, 500, 1);
            assertThat(sketch().getFirst()).contains("公顷").contains("亩").contains("周长");
            return true;
        });
    }

    @Test
    void furtherClicksGoThroughWhatLiesUnderThePointer() {
        Toolkit.onFx(() -> {
            Position at = seat.desk.pickedCase().orElseThrow().place().position();
            seat.city.tables.units.put("u-x", new FieldUnit("u-x", "collector", "叠放", at, 0, Seat.NOW));
            seat.settle();
            act("map/fit-selection");
            arrive();
            seat.desk.selection().pick(new Selection.Picked.Nothing());
            settle();
            List<Selection.Picked> gone = new java.util.ArrayList<>();
            for (int i = 0; i < 20; i++) {
                click(surface().getWidth() / 2, surface().getHeight() / 2, 1);
                gone.add(seat.desk.selection().picked());
            }
            assertThat(gone).contains(new Selection.Picked.OfUnit("u-x"));
            assertThat(gone).hasAtLeastOneElementOfType(Selection.Picked.OfCase.class);
            assertThat(new java.util.HashSet<>(gone)).hasSizeGreaterThanOrEqualTo(2);
            assertThat(gone.getFirst()).isInstanceOf(Selection.Picked.OfCase.class);
            return true;
        });
    }

    @Test
    void whoAnswersIsSaidAndWhatIsUnknownToo() {
        Toolkit.onFx(() -> {
            act("map/who-here");
            List<String> said = words();
            assertThat(said).contains("谁负责这里", "单元网格", "属地部门", "监督员", "大厅值班", "部件");
            String cell = seat.desk.pickedCase().orElseThrow().place().area().value();
            assertThat(said).anyMatch(w -> w.contains(cell));
            act("map/uncircle");
            assertThat(words()).doesNotContain("谁负责这里");
            return true;
        });
    }

    @Test
    void oneGoesBackToTheViewBefore() {
        Toolkit.onFx(() -> {
            assertThat(action("map/back").refusal()).isNotEmpty();
            double before = metresPerPixel();
            act("map/fit-selection");
            arrive();
            assertThat(metresPerPixel()).isNotEqualTo(before);
            act("map/back");
            arrive();
            assertThat(metresPerPixel()).isEqualTo(before);
            act("map/forward");
            arrive();
            assertThat(metresPerPixel()).isNotEqualTo(before);
            return true;
        });
    }

    @Test
    void theOverviewComesAndGoesAndIsRemembered() {
        Toolkit.onFx(() -> {
            boolean was = Tree.of(scene.getRoot()).anyMatch(n -> "map/overview-surface".equals(n.getId()));
            act("map/overview");
            assertThat(Tree.of(scene.getRoot()).anyMatch(n -> "map/overview-surface".equals(n.getId())))
                    .isNotEqualTo(was);
            assertThat(seat.hall.remembered().now().get().choices()).containsEntry("map.overview-shown", "" + !was);
            return true;
        });
    }

    @Test
    void theHeatGoesFromCasesToComponentsAndAway() {
        Toolkit.onFx(() -> {
            assertThat(heat()).isEmpty();
            act("map/heat");
            assertThat(heat()).startsWith("案件密度 · 最亮处每平方公里 ");
            act("map/heat");
            assertThat(heat()).startsWith("部件密度 · 最亮处每平方公里 ");
            act("map/heat");
            assertThat(heat()).isEmpty();
            return true;
        });
    }

    /// What the legend says, empty where it is not there.
    private String heat() {
        return Tree.of(scene.getRoot())
                .filter(n -> n.getStyleClass().contains("heat-legend") && n.isVisible())
                .flatMap(Tree::of)
                .filter(Label.class::isInstance)
                .map(n -> ((Label) n).getText())
                .findFirst()
                .orElse("");
    }

    /// What is shown while the hand works, to be looked at: `target/look/map-hand-*.png`.
    @ParameterizedTest
    @ValueSource(strings = {"around", "polygon", "distance", "area", "along", "who", "heat"})
    void theToolsCanBeLookedAt(String which) throws IOException {
        for (boolean wide : List.of(false, true)) {
            Toolkit.onFx(() -> {
                panel.onHide();
                boolean english = which.equals("polygon") || which.equals("along");
                seat = new Seat(
                        Condition.NORMAL, city, new Messages(english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE));
                seat.hall
                        .themes()
                        .use(wide ? org.yiping.console.settings.Theme.HALL : org.yiping.console.settings.Theme.OFFICE);
                seat.pick("to-dispatch");
                seat.settle();
                panel = seat.panels().open("map");
                scene = Camera.dressed(panel.root(), seat.hall, wide ? 1920 : 1366, wide ? 1000 : 688);
                panel.onShow();
                settle();
                draw(which);
                return settle();
            });
            var picture = Camera.picture(scene, seat, 30);
            Path out = Files.createDirectories(Path.of("target", "look"))
                    .resolve("map-hand-" + which + (wide ? "-1920" : "-1366") + ".png");
            Snapshots.write(picture, out);
            assertThat(out).isNotEmptyFile();
        }
    }

    private void draw(String which) {
        switch (which) {
            case "around" -> act("map/around-picked");
            case "who" -> act("map/who-here");
            case "heat" -> act("map/heat");
            default -> {
                act("map/tool-" + which);
                click(180, 180, 1);
                click(480, 140, 1);
                click(560, 420, 1);
                move(260, 480);
                if (which.equals("along")) {
                    act("map/close-shape");
                }
            }
        }
    }

    private long cameras(Case around, double metres) {
        Position at = around.place().position();
        return seat.city
                .tables
                .cameras
                .rows()
                .values()
                .filter(c -> at.distanceMetres(c.position()) <= metres)
                .count();
    }

    private Action action(String id) {
        return panel.actions().stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void act(String id) {
        Action action = action(id);
        assertThat(action.refusal()).as(id).isEmpty();
        action.act().run();
        settle();
    }

    private Optional<Node> card() {
        return Tree.of(scene.getRoot())
                .filter(n -> "map/card".equals(n.getId()))
                .findFirst();
    }

    private Region surface() {
        return (Region) Tree.find(scene.getRoot(), "map/surface");
    }

    private TextField field(String id) {
        return (TextField) Tree.find(scene.getRoot(), id);
    }

    private List<String> sketch() {
        return Tree.of(scene.getRoot())
                .filter(n -> n.getStyleClass().contains("sketch-word"))
                .map(n -> ((Label) n).getText())
                .toList();
    }

    private List<String> words() {
        return Tree.of(scene.getRoot())
                .filter(Label.class::isInstance)
                .map(n -> ((Label) n).getText())
                .toList();
    }

    private String title() {
        return Tree.of(scene.getRoot())
                .filter(n -> n instanceof Label l
                        && n.getStyleClass().contains("panel-title")
                        && (l.getText().equals("圈内结果") || l.getText().equals("视野内")))
                .map(n -> ((Label) n).getText())
                .findFirst()
                .orElseThrow();
    }

    private long count(String kind) {
        String said = Tree.find(scene.getRoot(), "map/results-" + kind).getAccessibleText();
        return Long.parseLong(said.replaceAll("\\D", ""));
    }

    /// By the words at the foot of the map.
    private double metresPerPixel() {
        return words().stream()
                .filter(w -> w.endsWith(" m/px"))
                .mapToDouble(w -> Double.parseDouble(w.replace(" m/px", "")))
                .findFirst()
                .orElseThrow();
    }

    private static double metres(String words) {
        String first = words.replaceAll("（.*", "");
        double value = Double.parseDouble(first.replaceAll("[^0-9.]", ""));
        return first.contains("km") ? value * 1000 : value;
    }

    private boolean settle() {
        for (int i = 0; i < 4; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        seat.now();
        return true;
    }

    /// A flight ends where it goes to when the window changes its size on the way.
    private void arrive() {
        Region root = panel.root();
        root.setMaxHeight(root.getHeight() - 1);
        settle();
        root.setMaxHeight(Double.MAX_VALUE);
        settle();
    }

    private void click(double x, double y, int clicks) {
        Mouse.fire(surface(), MouseEvent.MOUSE_MOVED, x, y, clicks, true);
        Mouse.fire(surface(), MouseEvent.MOUSE_PRESSED, x, y, clicks, true);
        Mouse.fire(surface(), MouseEvent.MOUSE_RELEASED, x, y, clicks, true);
        Mouse.fire(surface(), MouseEvent.MOUSE_CLICKED, x, y, clicks, true);
        settle();
    }

    private void move(double x, double y) {
        Mouse.fire(surface(), MouseEvent.MOUSE_MOVED, x, y, 0, true);
        settle();
    }

    private void drag(double x, double y, double toX, double toY) {
        Mouse.fire(surface(), MouseEvent.MOUSE_PRESSED, x, y, 1, true);
        for (int i = 1; i <= 5; i++) {
            Mouse.fire(surface(), MouseEvent.MOUSE_DRAGGED, x + (toX - x) * i / 5, y + (toY - y) * i / 5, 1, false);
        }
        Mouse.fire(surface(), MouseEvent.MOUSE_RELEASED, toX, toY, 1, false);
        Mouse.fire(surface(), MouseEvent.MOUSE_CLICKED, toX, toY, 1, false);
        settle();
    }

    @Test
    void keysWithAltAreTheWindowsAndNotTheMaps() {
        Toolkit.onFx(() -> {
            KeyEvent back = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.LEFT, false, false, true, false);
            boolean[] heard = {false};
            scene.getRoot().addEventHandler(KeyEvent.KEY_PRESSED, _ -> heard[0] = true);
            Event.fireEvent(surface(), back);
            assertThat(heard[0]).isTrue();
            return true;
        });
    }
}
