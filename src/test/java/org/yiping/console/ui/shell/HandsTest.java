package org.yiping.console.ui.shell;

// long because one window is tried by every kind of key

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Notice;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.EmptyPanel;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.DayPicker;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.needs.NeedsDisplay;

/// Keys, palette and map of keys of a real window, over a page with one field, one button and two actions.
@NeedsDisplay
class HandsTest {
    private final List<String> done = new ArrayList<>();
    private SmallCity city;
    private Shell shell;
    private Scene scene;
    private Hand hand;
    private Page page;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void open() {
        Toolkit.onFx(() -> {
            city = new SmallCity(Fx.direct(), "zh").rules("dispatcher").filled(20);
            page = new Page();
            shell = new Shell(
                    city.desk,
                    city.hall,
                    new PanelCatalogue(Map.of("cases", () -> page, "dispatch", EmptyPanel::new, "map", Away::new)));
            shell.open(List.of(new Monitor(0, 0, 1200, 700)), () -> done.add("quit"));
            scene = shell.scenes().getFirst().scene();
            hand = new Hand(scene);
            scene.getRoot().applyCss(); // a field takes no letters before it has its skin
            page.button.requestFocus();
            return true;
        });
    }

    @AfterEach
    void close() {
        Toolkit.onFx(() -> {
            shell.close();
            return true;
        });
    }

    @Test
    void aLetterActsWhereNothingIsWrittenAndWritesWhereSomethingIs() {
        fx(() -> hand.press(KeyCode.D));
        assertThat(done).containsExactly("go");
        fx(() -> {
            page.field.requestFocus();
            hand.press(KeyCode.D);
        });
        assertThat(done).containsExactly("go");
        assertThat(page.field.getText()).isEqualTo("d");
        fx(() -> hand.press(Key.ctrl(KeyCode.ENTER)));
        assertThat(done).containsExactly("go", "ctrl");
    }

    @Test
    void aLetterThatOpensAFieldDoesNotStandInIt() {
        fx(() -> hand.press(KeyCode.E));
        assertThat(scene.getFocusOwner()).isSameAs(page.field);
        assertThat(page.field.getText()).isEmpty();
        fx(() -> hand.press(KeyCode.E));
        assertThat(page.field.getText()).isEqualTo("e");
    }

    @Test
    void whileAnInputMethodComposesNoKeyIsAnActionAndNoWordIsLost() {
        fx(() -> {
            page.field.requestFocus();
            hand.compose("jg");
            hand.press(Key.ctrl(KeyCode.ENTER));
            hand.press(KeyCode.F5);
            hand.press(Key.ctrl(KeyCode.K));
        });
        assertThat(done).isEmpty();
        assertThat(node("workbench/palette").isVisible()).isFalse();
        fx(() -> hand.commit("井盖"));
        assertThat(page.field.getText()).isEqualTo("井盖");
        fx(() -> hand.press(Key.ctrl(KeyCode.ENTER)));
        assertThat(done).containsExactly("ctrl");
    }

    @Test
    void whatWasComposedInAFieldThatLostTheFocusBindsNoKey() {
        fx(() -> {
            page.field.requestFocus();
            hand.compose("jg");
            page.button.requestFocus();
            hand.press(KeyCode.D);
        });
        assertThat(done).containsExactly("go");
    }

    @Test
    void aButtonsPrintedKeyPressesIt() {
        fx(() -> hand.press(KeyCode.P));
        assertThat(done).containsExactly("pressed");
    }

    @Test
    void aRefusedActionSaysWhyInsteadOfStayingDumb() {
        fx(() -> hand.press(KeyCode.X));
        assertThat(done).isEmpty();
        assertThat(city.hall.notices().all())
                .singleElement()
                .extracting(Notice::what)
                .asString()
                .contains("还不到时候");
    }

    @Test
    void thePaletteRunsWhatWasTypedAndGivesTheFocusBack() {
        fx(() -> {
            page.field.requestFocus();
            hand.press(Key.ctrl(KeyCode.K));
        });
        assertThat(node("workbench/palette").isVisible()).isTrue();
        fx(() -> hand.type("go"));
        assertThat(entries()).extracting(Entry::id).first().isEqualTo("probe/go");
        fx(() -> hand.press(KeyCode.ENTER));
        assertThat(done).containsExactly("go");
        assertThat(node("workbench/palette").isVisible()).isFalse();
        assertThat(scene.getFocusOwner()).isSameAs(page.field);
    }

    @Test
    void thePaletteDoesNotSearchForHalfAWord() {
        fx(() -> {
            hand.press(Key.ctrl(KeyCode.K));
            hand.compose("qq");
        });
        int before = entries().size();
        assertThat(before).isGreaterThan(5);
        fx(() -> hand.press(KeyCode.ENTER));
        assertThat(done).as("Enter chooses the word").isEmpty();
        fx(() -> hand.commit("动作"));
        assertThat(entries()).extracting(Entry::id).contains("probe/go").hasSizeLessThan(before);
    }

    @Test
    void pinyinAndInitialsFindAnAction() {
        fx(() -> {
            hand.press(Key.ctrl(KeyCode.K));
            hand.type("dongz");
        });
        assertThat(entries()).extracting(Entry::id).contains("probe/go");
        fx(() -> {
            ((TextField) node("workbench/palette-typed")).clear();
            hand.type("cp"); // 重排 is chongpai or zhongpai
        });
        assertThat(entries()).extracting(Entry::id).contains("probe/f5");
    }

    @Test
    void noKeyReachesThePageUnderThePaletteAndEscLeavesIt() {
        fx(() -> {
            hand.press(Key.ctrl(KeyCode.K));
            hand.press(Key.ctrl(KeyCode.ENTER));
            hand.press(KeyCode.F5);
        });
        assertThat(done).isEmpty();
        fx(() -> hand.press(KeyCode.ESCAPE));
        assertThat(scene.getFocusOwner()).isSameAs(page.button);
    }

    @Test
    void thePaletteFindsCasesByNumberCamerasPeopleViewsAndRefusedActions() {
        var number = city.tables
                .cases
                .rows()
                .values()
                .findAny()
                .orElseThrow()
                .head()
                .number()
                .value();
        fx(() -> {
            hand.press(Key.ctrl(KeyCode.K));
            ((TextField) node("workbench/palette-typed")).setText(number);
        });
        assertThat(entries()).extracting(Entry::id).anyMatch(id -> id.startsWith("find/case-"));
        fx(() -> ((TextField) node("workbench/palette-typed")).setText("不行"));
        assertThat(entries()).singleElement().satisfies(e -> {
            assertThat(e.id()).isEqualTo("probe/never");
            assertThat(e.refusal()).isEqualTo("还不到时候");
        });
        fx(() -> hand.press(KeyCode.ENTER));
        assertThat(done).isEmpty();
        assertThat(city.hall.notices().all()).hasSize(1);
    }

    @Test
    void thePaletteReachesWhatOtherPagesOfferAndGoesThere() {
        fx(() -> {
            hand.press(Key.ctrl(KeyCode.K));
            ((TextField) node("workbench/palette-typed")).setText("远处");
        });
        assertThat(entries()).extracting(Entry::id).containsExactly("away/go");
        fx(() -> hand.press(KeyCode.ENTER));
        assertThat(page.shown).isFalse();
        assertThat(done).containsExactly("away");
    }

    @Test
    void whatOtherPagesRefuseIsRefusedThere() {
        fx(() -> {
            hand.press(Key.ctrl(KeyCode.DIGIT2));
            hand.press(Key.ctrl(KeyCode.K));
            ((TextField) node("workbench/palette-typed")).setText("不行");
            hand.press(KeyCode.ENTER);
        });
        assertThat(page.shown).isTrue();
        assertThat(done).isEmpty();
        assertThat(city.hall.notices().all())
                .singleElement()
                .extracting(Notice::what)
                .asString()
                .contains("还不到时候");
    }

    @Test
    void aKeyIsCheckedOnEveryPageItIsHeardOn() {
        fx(() -> {
            hand.press(KeyCode.F1);
            choose("shell/theme"); // heard on every page, and W is taken on one that is not shown
            hand.press(KeyCode.ENTER);
            hand.press(KeyCode.W);
        });
        assertThat(city.hall.remembered().now().get().choices()).isEmpty();
        fx(() -> {
            choose("probe/go"); // never on the same page as that W
            hand.press(KeyCode.ENTER);
            hand.press(KeyCode.W);
        });
        assertThat(city.hall.remembered().now().get().choices()).containsEntry("key.probe/go", "W");
    }

    @Test
    void aKeyThatIsHeldActsOnce() {
        fx(() -> hand.hold(KeyCode.D, 30));
        assertThat(done).containsExactly("go");
        fx(() -> hand.press(KeyCode.D));
        assertThat(done).containsExactly("go", "go");
    }

    /// A day's field hears each key twice: as itself, and as the text within it.
    @Test
    void whereADayIsTypedKeysActAndActOnce() {
        fx(page.day::requestFocus);
        fx(() -> hand.press(Key.alt(KeyCode.R)));
        assertThat(done).containsExactly("alt");
        fx(() -> hand.press(KeyCode.F2));
        assertThat(done).containsExactly("alt", "f2");
        fx(() -> hand.press(Key.alt(KeyCode.R)));
        assertThat(done).containsExactly("alt", "f2", "alt");
        fx(() -> hand.press(KeyCode.D));
        assertThat(done).as("a letter is written").hasSize(3);
    }

    @Test
    void aListKeepsNoFunctionKey() {
        fx(() -> {
            page.list.requestFocus();
            page.list.getSelectionModel().select(0);
            hand.press(KeyCode.F2);
        });
        assertThat(done).containsExactly("f2");
    }

    @Test
    void aKeyChangedInTheSheetWorksAtOnceAndStandsOnTheButton() {
        fx(() -> {
            hand.press(KeyCode.F1);
            choose("probe/press");
            hand.press(KeyCode.ENTER);
            hand.press(KeyCode.D);
        });
        assertThat(city.hall.remembered().now().get().choices())
                .as("D is another action's")
                .isEmpty();
        fx(() -> {
            hand.press(KeyCode.ENTER);
            hand.press(KeyCode.W);
            hand.press(KeyCode.ESCAPE);
            hand.press(KeyCode.W);
        });
        assertThat(done).containsExactly("pressed");
        fx(() -> hand.press(KeyCode.P));
        assertThat(done).as("the old key is free").containsExactly("pressed");
        assertThat(page.button.lookupAll(".key-cap"))
                .extracting(n -> ((javafx.scene.control.Label) n).getText())
                .containsExactly("W");
    }

    @Test
    void theWindowsOwnKeysShowPagesAndLeave() {
        fx(() -> hand.press(Key.ctrl(KeyCode.DIGIT2)));
        assertThat(page.shown).isFalse();
        fx(() -> hand.press(Key.ctrl(KeyCode.DIGIT1)));
        assertThat(page.shown).isTrue();
        fx(() -> hand.press(Key.ctrl(KeyCode.Q)));
        assertThat(done).containsExactly("quit");
    }

    @Test
    void theFocusIsNeverNowhere() {
        fx(() -> hand.press(Key.ctrl(KeyCode.DIGIT2)));
        fx(() -> hand.press(Key.ctrl(KeyCode.DIGIT1)));
        Node owner = scene.getFocusOwner();
        assertThat(owner).isNotNull();
        assertThat(FocusPath.holds(page.root, owner)).isTrue();
    }

    @Test
    void aClockThatIsAnHourWrongIsMeasuredAndNeverLeavesTheStatusLine() {
        fx(() -> {
            shell.close();
            city.tables.clock.offset(Duration.ofHours(-1));
            shell.open(List.of(new Monitor(0, 0, 600, 700)), () -> {}); // not everything fits
            scene = shell.scenes().getFirst().scene();
        });
        var offset = (javafx.scene.control.Label) node("workbench/status-offset");
        assertThat(offset.getText()).contains("−3600");
        assertThat(offset.isVisible()).isTrue();
        assertThat(offset.getPseudoClassStates()).extracting(Object::toString).contains("late");
        assertThat(node("workbench/status-theme").isVisible()).isFalse();
    }

    @Test
    void fiveHundredThatComeAtOnceStopNoHand() {
        fx(() -> {
            scene.getRoot().applyCss(); // a field without its skin takes no letters, and no pulse was waited for
            page.field.requestFocus();
            for (int i = 0; i < 500; i++) {
                var come = SmallCity.one(1000 + i, i % 4, "to-dispatch", Duration.ofHours(1));
                city.tables.cases.put(come.id(), come);
                if (i % 50 == 0) {
                    city.ticker.tick();
                    hand.type("a");
                }
            }
            city.ticker.tick();
        });
        assertThat(city.hall.notices().all()).as("a flood is no notice").isEmpty();
        assertThat(scene.getFocusOwner()).isSameAs(page.field);
        assertThat(page.field.getText()).isEqualTo("a".repeat(10));
    }

    private void choose(String id) {
        @SuppressWarnings("unchecked")
        ListView<Action> list = (ListView<Action>) node("workbench/keys-list");
        list.getItems().stream().filter(a -> a.id().equals(id)).forEach(list.getSelectionModel()::select);
    }

    @SuppressWarnings("unchecked")
    private List<Entry> entries() {
        return List.copyOf(((ListView<Entry>) node("workbench/palette-list")).getItems());
    }

    private Node node(String id) {
        Node found = find(scene.getRoot(), id);
        if (found == null) {
            throw new AssertionError(id);
        }
        return found;
    }

    private static @Nullable Node find(Node node, String id) {
        if (id.equals(node.getId())) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = find(child, id);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static void fx(Runnable run) {
        Toolkit.onFx(() -> {
            run.run();
            return true;
        });
    }

    private final class Page implements Panel {
        private final TextField field = new TextField();
        private final KeyButton button =
                new KeyButton(city.hall.messages(), "probe/press", "按", "P", () -> done.add("pressed"));
        private final ListView<String> list = new ListView<>(FXCollections.observableArrayList("一行"));
        private final DayPicker day = new DayPicker("probe/day", "日");
        private final VBox root = new VBox(field, button, list, day);
        private boolean shown;

        @Override
        public Region root() {
            return root;
        }

        @Override
        public void onShow() {
            shown = true;
        }

        @Override
        public void onHide() {
            shown = false;
        }

        @Override
        public List<Action> actions() {
            return List.of(
                    Action.of("probe/go", "试", "动作", () -> done.add("go"))
                            .also("go on")
                            .on(Key.of(KeyCode.D)),
                    Action.of("probe/write", "试", "写", field::requestFocus).on(Key.of(KeyCode.E)),
                    Action.of("probe/ctrl", "试", "确认", () -> done.add("ctrl")).on(Key.ctrl(KeyCode.ENTER)),
                    Action.of("probe/alt", "试", "运行", () -> done.add("alt")).on(Key.alt(KeyCode.R)),
                    Action.of("probe/f5", "试", "重排", () -> done.add("f5")).on(Key.of(KeyCode.F5)),
                    Action.of("probe/f2", "试", "来电", () -> done.add("f2")).on(Key.of(KeyCode.F2)),
                    Action.of("probe/never", "试", "不行", () -> done.add("never"))
                            .on(Key.of(KeyCode.X))
                            .refused("还不到时候"));
        }
    }

    private final class Away extends EmptyPanel {
        @Override
        public List<Action> actions() {
            return List.of(
                    Action.of("away/go", "图", "远处", () -> done.add("away")).on(Key.of(KeyCode.W)));
        }
    }
}
