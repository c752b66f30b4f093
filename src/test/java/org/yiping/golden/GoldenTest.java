package org.yiping.golden;

// long because every picture of the album is taken and listed in one place

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.city.CityFolder;
import org.yiping.console.fx.Messages;
import org.yiping.console.settings.Theme;
import org.yiping.console.ui.EmptyPanel;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.control.Chip;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.ui.shell.Monitor;
import org.yiping.console.ui.shell.Shell;
import org.yiping.console.ui.shell.Topology;
import org.yiping.console.ui.signin.Door;
import org.yiping.console.ui.signin.SignInForm;
import org.yiping.needs.NeedsDisplay;
import org.yiping.protocol.wall.ShippedScenes;
import org.yiping.simulator.city.CityGenerator;

/// Every panel in both themes and in each condition looks as it did when somebody last looked at it.
///
/// After a change that is meant: `mvn test -Dtest=GoldenTest -Dgolden.update=true`, then look at `target/golden`, where
/// old, new and difference stand side by side, before the new pictures are committed.
@NeedsDisplay
class GoldenTest {
    /// Camera tiles speak four times a second and settle after a third of one.
    static final int VIDEO_PULSES = 60;

    private static final int MOST_PICTURES = 150;
    private static final long MOST_BYTES = 15_500_000;
    private static final String EVALUATION = "evaluation-hall-1366";

    @TempDir
    static Path folder;

    private static CityFolder city;

    private final Album album = Album.ofProduct();

    /// A panel, who sits before it, what is picked, and the size it is looked at in.
    private record Sight(String panel, String post, String picked, double width, double height) {}

    private static final List<Sight> SIGHTS = List.of(
            new Sight("cases", "dispatcher", "to-dispatch", 424, 700),
            new Sight("intake", "acceptor", "to-dispatch", 600, 760),
            new Sight("dispatch", "dispatcher", "to-dispatch", 1100, 760),
            new Sight("map", "dispatcher", "to-dispatch", 1366, 680),
            new Sight("video", "dispatcher", "", 1366, 700),
            new Sight("duty", "duty-leader", "", 1366, 700),
            new Sight("assessment", "supervisor", "closed", 1366, 700));

    /// The wall's desk on a large and on a small monitor.
    private static final List<Sight> DESK = List.of(
            new Sight("wall", "dispatcher", "to-dispatch", 1920, 1012),
            new Sight("wall", "dispatcher", "to-dispatch", 1366, 700));

    /// The page of figures: on a small monitor, on a large one, with a figure opened, and the sheet of a re-check.
    private static final List<String> FIGURES = List.of("small", "large", "opened", "recheck");

    private static final String REPLAYED = "debrief-1366-hall";

    /// Inspections: a card on a small monitor, what it comes to on a large one.
    private static final List<Sight> INSPECTIONS = List.of(
            new Sight("inspection", "supervisor", "", 1366, 700),
            new Sight("inspection", "supervisor", "", 1920, 1012));

    @BeforeAll
    static void look() throws IOException {
        Toolkit.start();
        Path files = folder.resolve("city");
        Files.createDirectories(files);
        new CityGenerator(20260311).write(files);
        city = new CityFolder(files);
    }

    @TestFactory
    Stream<DynamicNode> everyPanelLooksAsItDid() {
        return Stream.of(Condition.values()).map(condition -> {
            Seat seat = Toolkit.onFx(() -> new Seat(condition, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
            List<DynamicTest> tests = new ArrayList<>();
            for (Theme theme : themes(condition)) {
                sights(condition)
                        .forEach(s ->
                                tests.add(looksAsItDid(name(s.panel, theme, condition), () -> panel(seat, theme, s))));
                tests.add(looksAsItDid(name("shell", theme, condition), () -> shell(seat, theme)));
            }
            for (int monitor = 0; monitor < 2; monitor++) {
                int at = monitor;
                tests.add(looksAsItDid(wallName(at, condition), () -> WallLooks.overview(seat, at)));
            }
            return dynamicContainer(condition.word(), tests);
        });
    }

    /// Cameras hear of no storm: the picture was the calm day's, bit by bit.
    private static Stream<Sight> sights(Condition in) {
        return SIGHTS.stream().filter(s -> in != Condition.STORM || !s.panel.equals("video"));
    }

    /// What is stale or empty changes words and not colours: one theme shows it.
    private static List<Theme> themes(Condition in) {
        return in == Condition.STALE || in == Condition.EMPTY ? List.of(Theme.HALL) : List.of(Theme.values());
    }

    /// A page of its own stands once in each theme: small in the hall's, large in the office's.
    private static Theme theme(double width) {
        return width < 1500 ? Theme.HALL : Theme.OFFICE;
    }

    @TestFactory
    Stream<DynamicTest> theSignInLooksAsItDid() {
        Map<String, Door.Answer> answers = Map.of(
                "refused", new Door.Answer.Refused("账号或口令不对", "AUT-4010"),
                "offline", new Door.Answer.Unreachable());
        Seat seat = Toolkit.onFx(() -> new Seat(Condition.EMPTY, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        return Stream.of(Theme.values())
                .flatMap(theme -> Stream.of("empty", "refused", "offline")
                        .map(state -> looksAsItDid(
                                "signin-" + word(theme) + "-" + state, () -> signIn(seat, theme, answers.get(state)))));
    }

    @TestFactory
    Stream<DynamicTest> theQueueInGroupsLooksAsItDid() {
        Seat seat = Toolkit.onFx(() -> new Seat(Condition.STORM, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        Toolkit.onFx(() -> {
            seat.hall
                    .remembered()
                    .change(p -> p.withChoice("queue.grouping.state-to-dispatch", "street")
                            .withChoice("queue.columns", ",criterion,number,source,place"));
            return true;
        });
        return Stream.of(Theme.values())
                .map(theme -> looksAsItDid("groups-" + word(theme), () -> panel(seat, theme, SIGHTS.getFirst())));
    }

    @TestFactory
    Stream<DynamicTest> theOpenDayLooksAsItDid() {
        Seat seat = Toolkit.onFx(() -> new Seat(Condition.NORMAL, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        Toolkit.onFx(() -> {
            seat.desk.stores().veil().draw(Seat.NOW);
            return true;
        });
        Sight dispatch = SIGHTS.get(2);
        return Stream.of(Theme.values())
                .map(theme -> looksAsItDid("open-day-" + word(theme), () -> panel(seat, theme, dispatch)));
    }

    @TestFactory
    Stream<DynamicTest> theFiguresLookAsTheyDid() {
        Seat seat = Toolkit.onFx(() -> new Seat(Condition.NORMAL, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        return Stream.of(Theme.values())
                .flatMap(theme -> FIGURES.stream()
                        .map(how ->
                                looksAsItDid("figures-" + word(theme) + "-" + how, () -> figures(seat, theme, how))));
    }

    @TestFactory
    Stream<DynamicTest> peoplesWorkAndSensorsLookAsTheyDid() {
        Seat seat = Toolkit.onFx(() -> new Seat(Condition.NORMAL, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        return field().map(sight -> looksAsItDid(sight.name(), () -> field(seat, sight)));
    }

    private record Field(String panel, Theme theme, int width) {
        String name() {
            return panel + "-" + word(theme) + "-" + width;
        }
    }

    /// On the smallest monitor and the usual one.
    private static Stream<Field> field() {
        return Stream.of("staff", "sensors")
                .flatMap(panel -> Stream.of(1366, 1920).map(width -> new Field(panel, theme(width), width)));
    }

    /// Of each the second or third is opened.
    private static BufferedImage field(Seat seat, Field sight) {
        int height = sight.width == 1366 ? 700 : 1012;
        Panel panel = Toolkit.onFx(() -> handled(seat, sight.theme, sight.panel, sight.width, height, root -> {
            for (Node node : Tree.of(root).toList()) {
                if (node instanceof TableView<?> people) {
                    people.getSelectionModel().select(2);
                } else if (node instanceof ListView<?> sensors) {
                    sensors.getSelectionModel().select(1);
                }
            }
        }));
        return Camera.picture(panel, seat, sight.width, height, 1);
    }

    @TestFactory
    Stream<DynamicTest> theSceneEditorLooksAsItDid() {
        Seat seat = Toolkit.onFx(() -> new Seat(Condition.NORMAL, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        return editors().map(sight -> looksAsItDid(sight.name(), () -> panel(seat, sight.theme, sight.sight)));
    }

    @TestFactory
    Stream<DynamicTest> theReportsLookAsTheyDid() {
        Seat seat = Toolkit.onFx(() -> new Seat(Condition.NORMAL, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        return Stream.of(Theme.values())
                .map(theme -> looksAsItDid("reports-" + word(theme), () -> panel(seat, theme, reports(theme))));
    }

    /// The smallest monitor by night, the usual one by day.
    private static Sight reports(Theme theme) {
        return theme == Theme.HALL
                ? new Sight("reports", "supervisor", "", 1366, 700)
                : new Sight("reports", "supervisor", "", 1920, 1012);
    }

    /// A street's lost points opened to their cases.
    @TestFactory
    Stream<DynamicTest> assessmentsLookAsTheyDid() {
        Seat seat = Toolkit.onFx(() -> new Seat(Condition.NORMAL, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        return Stream.of(looksAsItDid(EVALUATION, () -> evaluation(seat)));
    }

    private static BufferedImage evaluation(Seat seat) {
        Panel panel = Toolkit.onFx(() -> handled(seat, Theme.HALL, "evaluation", 1366, 700, root -> {
            ((TableView<?>) Tree.find(root, "evaluation/scores"))
                    .getSelectionModel()
                    .select(3);
            ((Button) Tree.find(root, "evaluation/figure-handle-in-time-rate")).fire();
        }));
        return Camera.picture(panel, seat, 1366, 700, 1);
    }

    /// A supervisor's page that was laid out once and had a hand on it.
    private static Panel handled(
            Seat seat, Theme theme, String page, double width, double height, Consumer<Node> hand) {
        seat.hall.themes().use(theme);
        seat.post("supervisor");
        seat.pick("");
        seat.settle();
        Panel made = seat.panels().open(page);
        Scene first = Camera.dressed(made.root(), seat.hall, width, height);
        made.onShow();
        first.getRoot().applyCss();
        first.getRoot().layout();
        hand.accept(made.root());
        return made;
    }

    private record Editor(Theme theme, Sight sight) {
        String name() {
            return "scenes-" + word(theme) + "-" + (int) sight.width;
        }
    }

    /// On the smallest monitor and the usual one.
    private static Stream<Editor> editors() {
        return Stream.of(Theme.values())
                .flatMap(theme -> Stream.of(
                                new Sight("scenes", "supervisor", "", 1366, 700),
                                new Sight("scenes", "supervisor", "", 1920, 1012))
                        .map(sight -> new Editor(theme, sight)));
    }

    @TestFactory
    Stream<DynamicTest> everyShippedSceneOfTheWallLooksAsItDid() {
        Seat seat = Toolkit.onFx(() -> new Seat(Condition.NORMAL, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        return scenes().map(scene -> looksAsItDid("scene-" + scene, () -> WallLooks.scene(seat, scene)));
    }

    @TestFactory
    Stream<DynamicTest> theWallsDeskLooksAsItDid() {
        Seat seat = Toolkit.onFx(() -> new Seat(Condition.NORMAL, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        Toolkit.onFx(() -> {
            seat.wall();
            return true;
        });
        return DESK.stream().map(s -> looksAsItDid(deskName(s, theme(s.width)), () -> panel(seat, theme(s.width), s)));
    }

    @TestFactory
    Stream<DynamicTest> inspectionsLookAsTheyDid() {
        Seat seat = Toolkit.onFx(() -> new Seat(Condition.NORMAL, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        return INSPECTIONS.stream()
                .map(s -> looksAsItDid(inspectionName(s, theme(s.width)), () -> inspection(seat, theme(s.width), s)));
    }

    @TestFactory
    Stream<DynamicTest> aReplayedMomentLooksAsItDid() {
        Seat seat = Toolkit.onFx(() -> new Seat(Condition.NORMAL, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        return Stream.of(looksAsItDid(REPLAYED, () -> replayed(seat)));
    }

    /// A debrief of the last hour, at the moment of a comment, with a case of then.
    private static BufferedImage replayed(Seat seat) {
        Panel panel = Toolkit.onFx(() -> {
            seat.hall.themes().use(Theme.HALL);
            seat.post("supervisor");
            seat.settle();
            Panel made = seat.panels().open("debrief");
            Scene first = Camera.dressed(made.root(), seat.hall, 1366, 700);
            made.onShow();
            first.getRoot().applyCss();
            first.getRoot().layout();
            ((ListView<?>) Tree.find(made.root(), "debrief/list"))
                    .getSelectionModel()
                    .select(0);
            ((ListView<?>) Tree.find(made.root(), "debrief/comments"))
                    .getSelectionModel()
                    .select(1);
            ((Button) Tree.find(made.root(), "debrief/tab-cases")).fire();
            ((ListView<?>) Tree.find(made.root(), "debrief/cases"))
                    .getSelectionModel()
                    .select(2);
            seat.settle();
            return made;
        });
        return Camera.picture(panel, seat, 1366, 700, 1);
    }

    private static String inspectionName(Sight sight, Theme theme) {
        return "inspection-" + (int) sight.width + "-" + word(theme);
    }

    private static BufferedImage inspection(Seat seat, Theme theme, Sight sight) {
        Panel panel = Toolkit.onFx(() -> handled(seat, theme, sight.panel, sight.width, sight.height, root -> {
            if (sight.width > 1500) {
                ((Chip) Tree.find(root, "inspection/tab-score")).fire();
            }
        }));
        return Camera.picture(panel, seat, sight.width, sight.height, 1);
    }

    private static String deskName(Sight sight, Theme theme) {
        return "desk-" + (int) sight.width + "-" + word(theme);
    }

    /// The overview stands in every condition already.
    private static Stream<String> scenes() {
        return ShippedScenes.NAMES.stream().filter(n -> !n.equals("overview"));
    }

    @Test
    void theAlbumIsSmallAndHoldsNothingNobodyLooksAt() throws IOException {
        assumeFalse(album.update(), "the album is being renewed");
        List<String> expected = new ArrayList<>();
        for (Condition condition : Condition.values()) {
            for (Theme theme : themes(condition)) {
                sights(condition).forEach(s -> expected.add(name(s.panel, theme, condition)));
                expected.add(name("shell", theme, condition));
            }
            expected.addAll(List.of(wallName(0, condition), wallName(1, condition)));
        }
        for (Theme theme : Theme.values()) {
            expected.add("reports-" + word(theme));
            Stream.of("empty", "refused", "offline").forEach(s -> expected.add("signin-" + word(theme) + "-" + s));
            expected.addAll(List.of("groups-" + word(theme), "open-day-" + word(theme)));
            FIGURES.forEach(how -> expected.add("figures-" + word(theme) + "-" + how));
        }
        INSPECTIONS.forEach(s -> expected.add(inspectionName(s, theme(s.width))));
        expected.add(REPLAYED);
        DESK.forEach(s -> expected.add(deskName(s, theme(s.width))));
        scenes().forEach(s -> expected.add("scene-" + s));
        editors().forEach(e -> expected.add(e.name()));
        field().forEach(f -> expected.add(f.name()));
        expected.add(EVALUATION);
        try (Stream<Path> files = Files.list(album.kept())) {
            List<Path> kept = files.toList();
            long bytes = 0;
            for (Path file : kept) {
                bytes += Files.size(file);
            }
            assertThat(kept.stream().map(f -> f.getFileName().toString().replace(".png", "")))
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(kept).hasSizeLessThanOrEqualTo(MOST_PICTURES);
            assertThat(bytes).isLessThan(MOST_BYTES);
        }
    }

    private DynamicTest looksAsItDid(String name, Supplier<BufferedImage> picture) {
        return dynamicTest(
                name, () -> assertThat(album.refusal(name, picture.get())).isEmpty());
    }

    private static BufferedImage panel(Seat seat, Theme theme, Sight sight) {
        Panel panel = Toolkit.onFx(() -> {
            seat.hall.themes().use(theme);
            seat.post(sight.post);
            seat.pick(sight.picked);
            seat.settle();
            return sight.panel.equals("intake")
                    ? Intake.open(seat)
                    : seat.panels().open(sight.panel);
        });
        int pulses = sight.panel.equals("video") ? VIDEO_PULSES : 1;
        return Camera.picture(panel, seat, sight.width, sight.height, pulses);
    }

    private static BufferedImage figures(Seat seat, Theme theme, String how) {
        boolean sheet = how.equals("opened") || how.equals("recheck");
        Panel panel = Toolkit.onFx(() -> {
            seat.hall.themes().use(theme);
            seat.post("supervisor");
            seat.pick("to-dispatch");
            seat.settle();
            Panel made = seat.panels().open("figures");
            if (sheet) {
                Scene pressed = Camera.dressed(made.root(), seat.hall, 1366, 690);
                made.onShow();
                pressed.getRoot().applyCss();
                pressed.getRoot().layout();
                ((Button) Tree.find(made.root(), how.equals("opened") ? "figures/closing-rate" : "figures/recheck"))
                        .fire();
            }
            return made;
        });
        BufferedImage taken = how.equals("large")
                ? Camera.picture(panel, seat, 1920, 1012, 1)
                : Camera.picture(panel, seat, 1366, 690, 1);
        return sheet ? taken.getSubimage(966, 140, 400, 550) : taken;
    }

    /// Top bar, status line and notices, with nothing between them.
    private static BufferedImage shell(Seat seat, Theme theme) {
        Shell shell = Toolkit.onFx(() -> {
            seat.hall.themes().use(theme);
            seat.post("dispatcher");
            Map<String, Supplier<Panel>> nothing = Stream.concat(Topology.TABS.stream(), Stream.of("cases", "dispatch"))
                    .collect(Collectors.toMap(name -> name, _ -> EmptyPanel::new));
            Shell made = new Shell(seat.desk, seat.hall, new PanelCatalogue(nothing));
            made.open(List.of(new Monitor(0, 0, 1366, 480)), () -> {});
            return made;
        });
        Scene scene = Toolkit.onFx(() -> shell.scenes().getFirst().scene());
        BufferedImage taken = Camera.picture(scene, seat, 1);
        Toolkit.onFx(() -> {
            shell.close();
            return true;
        });
        return taken;
    }

    private static BufferedImage signIn(Seat seat, Theme theme, Door.@Nullable Answer answer) {
        Scene scene = Toolkit.onFx(() -> {
            seat.hall.themes().use(theme);
            SignInForm form = new SignInForm(
                    seat.hall.messages(),
                    seat.hall.fx(),
                    _ -> CompletableFuture.completedFuture(answer),
                    "http://127.0.0.1:8080",
                    () -> {});
            Scene made = Camera.dressed(form.root(), seat.hall, 640, 620);
            if (answer != null) {
                ((TextField) Tree.find(form.root(), "signin/user")).setText("linxiaoyan");
                ((TextField) Tree.find(form.root(), "signin/password")).setText("wrong");
                ((Button) Tree.find(form.root(), "signin/enter")).fire();
            }
            return made;
        });
        return Camera.picture(scene, seat, 1);
    }

    private static String name(String panel, Theme theme, Condition condition) {
        return panel + "-" + word(theme) + "-" + condition.word();
    }

    private static String wallName(int monitor, Condition condition) {
        return "wall-" + (monitor + 1) + "-" + condition.word();
    }

    private static String word(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }
}
