package org.yiping.console.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.ToWall;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallState;
import org.yiping.protocol.wall.ShippedScenes;

/// The page 大屏 under a hand: what is taken, where it is sent, and what it asks.
class WallDeskPanelTest {
    private static final Instant NOW = DeskFixture.START;
    private static final Actor LEADER = new Actor(new PersonId("p9"), new PostCode("duty-leader"), new SeatId("L1"));

    private final DeskFixture fixture = new DeskFixture("dispatcher");
    private final WallDeskPanel panel =
            Toolkit.onFx(() -> new WallDeskPanel(fixture.desk, fixture.hall, ShippedScenes.book()));

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void open() {
        Toolkit.onFx(() -> {
            new javafx.scene.Scene((Parent) panel.root(), 1600, 1000);
            panel.onShow();
            find("desk/reason", TextField.class).setText("会商");
            find("desk/panels", ToggleButton.class).fire();
            lay();
            return true;
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
    void enterTakesAndTheLetterOfAPlaceSends() {
        WallOffer offer = take(0);
        assertThat(words()).anyMatch(w -> w.startsWith("待投：" + offer.name()));
        assertThat(fixture.outbox.submitted).isEmpty();

        letter(KeyCode.B);
        Aside.SendToWall sent = last();
        assertThat(sent.order().panel()).isEqualTo(offer.panel());
        assertThat(sent.order().region()).isEqualTo(place("B"));
        assertThat(sent.order().reason()).isEqualTo("会商");
        assertThat(sent.replaces()).isEmpty();
    }

    @Test
    void whatIsDraggedOntoAPlaceIsSentThere() {
        Region at = place("C");
        WallOffer offer = Toolkit.onFx(() -> {
            Node cell = all(find("desk/offers", ListView.class))
                    .filter(n -> n instanceof WallOfferCell c && c.getItem() != null)
                    .findFirst()
                    .orElseThrow();
            WallOffer dragged = ((WallOfferCell) cell).getItem();
            try {
                Event.fireEvent(cell, mouse(cell, MouseEvent.DRAG_DETECTED));
            } catch (IllegalStateException _) {
                // the toolkit begins a gesture only where a real pointer does
            }
            Miniature wall = find("desk/wall", Miniature.class);
            Event.fireEvent(wall, drag(wall, DragEvent.DRAG_OVER, at));
            Event.fireEvent(wall, drag(wall, DragEvent.DRAG_DROPPED, at));
            return dragged;
        });
        assertThat(last().order().panel()).isEqualTo(offer.panel());
        assertThat(last().order().region()).isEqualTo(at);
    }

    @Test
    void whereSomethingStandsItAsksAndYesReplacesIt() {
        Region at = place("B");
        stands(at);
        take(0);
        letter(KeyCode.B);
        assertThat(fixture.outbox.submitted).isEmpty();
        assertThat(words()).anyMatch(w -> w.startsWith("此处已有"));

        press("desk/replace");
        assertThat(last().order().region()).isEqualTo(at);
        assertThat(last().replaces()).containsExactly(new CommandId("k1"));
        assertThat(words()).noneMatch(w -> w.startsWith("此处已有"));
    }

    @Test
    void noLeavesWhatStands() {
        stands(place("B"));
        take(0);
        letter(KeyCode.B);
        press("desk/keep");
        assertThat(fixture.outbox.submitted).isEmpty();
        assertThat(words()).noneMatch(w -> w.startsWith("此处已有"));
    }

    @Test
    void withoutAReasonNothingGoesAndThePageSaysSo() {
        Toolkit.onFx(() -> {
            find("desk/reason", TextField.class).setText("");
            return true;
        });
        take(0);
        letter(KeyCode.B);
        assertThat(fixture.outbox.submitted).isEmpty();
        assertThat(words()).contains("先写明理由");
    }

    /// The offer of that row, by key.
    private WallOffer take(int row) {
        return Toolkit.onFx(() -> {
            ListView<?> list = find("desk/offers", ListView.class);
            list.getSelectionModel().select(row);
            key(list, KeyCode.ENTER);
            lay();
            return (WallOffer) list.getItems().get(row);
        });
    }

    private void letter(KeyCode code) {
        Toolkit.onFx(() -> {
            key(find("desk/wall", Miniature.class), code);
            lay();
            return true;
        });
    }

    private void press(String id) {
        Toolkit.onFx(() -> {
            find(id, Button.class).fire();
            lay();
            return true;
        });
    }

    private static void key(Node at, KeyCode code) {
        Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static MouseEvent mouse(Node at, EventType<MouseEvent> type) {
        return new MouseEvent(
                type,
                4,
                4,
                4,
                4,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                new PickResult(at, 4, 4));
    }

    private static DragEvent drag(Miniature wall, EventType<DragEvent> type, Region at) {
        MiniFrame frame = MiniFrame.of(wall.getWidth(), wall.getHeight(), at.grid());
        double x = frame.left() + frame.width() * (at.share().x() + at.share().width() / 2);
        double y = frame.top() + frame.height() * (at.share().y() + at.share().height() / 2);
        return new DragEvent(
                wall, wall, type, null, x, y, x, y, TransferMode.COPY, wall, wall, new PickResult(wall, x, y));
    }

    private void stands(Region at) {
        Placement theirs = new Placement(
                new CommandId("k1"),
                new WallOrder(at, null, ToWall.camera("cam-2"), "晨会", 600, false),
                LEADER,
                NOW,
                NOW.plusSeconds(600),
                null);
        Toolkit.onFx(() -> {
            fixture.tables.walls.put(WallId.OWN, WallState.empty(WallId.OWN).sent(theirs, Set.of()));
            return true;
        });
    }

    private Region place(String letter) {
        return new DeskModel(fixture.desk, fixture.hall, ShippedScenes.book())
                .plan(NOW)
                .lettered(letter)
                .map(WallPlan.Slot::region)
                .orElseThrow();
    }

    private Aside.SendToWall last() {
        assertThat(fixture.outbox.submitted).hasSize(1);
        return (Aside.SendToWall) fixture.outbox.submitted.getLast();
    }

    private void lay() {
        panel.root().applyCss();
        panel.root().layout();
    }

    private List<String> words() {
        return Toolkit.onFx(() -> shown(panel.root())
                .filter(Label.class::isInstance)
                .map(n -> ((Label) n).getText())
                .toList());
    }

    private <T extends Node> T find(String id, Class<T> type) {
        return all(panel.root())
                .filter(n -> id.equals(n.getId()))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Node> all(Node node) {
        return Stream.concat(
                Stream.of(node),
                node instanceof Parent p
                        ? p.getChildrenUnmodifiable().stream().flatMap(WallDeskPanelTest::all)
                        : Stream.empty());
    }

    private static Stream<Node> shown(Node node) {
        return !node.isVisible()
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(node),
                        node instanceof Parent p
                                ? p.getChildrenUnmodifiable().stream().flatMap(WallDeskPanelTest::shown)
                                : Stream.empty());
    }
}
