package org.yiping.console.ui.camera;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.Watch;

/// What the camera page offers to take evidence with (抓图、剪辑、回放): buttons, keys, the card below the pictures. FX
/// thread.
final class Evidence {
    private final Desk desk;
    private final Hall hall;
    private final CameraGrid grid;
    private final EvidenceDesk evidence;
    private final EvidenceCard card;
    private final TileReplay replay;
    private final KeyButton record;
    private final KeyButton again;
    private final KeyButton hold;
    private final KeyButton step;
    private final KeyButton back;
    private final KeyButton on;
    private final ReadOnlyBooleanWrapper replaying = new ReadOnlyBooleanWrapper();
    private final Subscriptions subscriptions = new Subscriptions();

    Evidence(Desk desk, Hall hall, CameraPlayer player, CameraGrid grid) {
        this.desk = desk;
        this.hall = hall;
        this.grid = grid;
        Words words = new Words(desk.stores(), hall.messages());
        evidence = new EvidenceDesk(desk, hall, player);
        card = new EvidenceCard(desk, hall, words, evidence);
        replay =
                new TileReplay(desk, hall, player, evidence::corrected, seen -> words.second(evidence.corrected(seen)));
        hold = plain("replay/hold", "replay.hold", "Ctrl ↑", () -> replay.hold(evidence::fail));
        step = plain("replay/step", "replay.step", "Ctrl ↓", replay::step);
        back = plain(
                "replay/back", "replay.back", "Ctrl ←", () -> replay.jump(TileReplay.JUMP.negated(), evidence::fail));
        on = plain("replay/on", "replay.on", "Ctrl →", () -> replay.jump(TileReplay.JUMP, evidence::fail));
        record = button("evidence/record", "evidence.record", "Ctrl R", Icons.RECORD, this::record);
        again = button("replay/turn", "replay.turn", "Ctrl B", Icons.REPLAY, this::again);
        evidence.onChange(this::tell);
        replay.onChange(this::tell);
    }

    private KeyButton button(String id, String words, String key, String icon, Runnable act) {
        return new KeyButton(hall.messages(), id, hall.messages().get(words), key, act)
                .icon(icon)
                .low();
    }

    private KeyButton plain(String id, String words, String key, Runnable act) {
        return new KeyButton(hall.messages(), id, hall.messages().get(words), key, act).low();
    }

    /// Into the head of the page; their keys stand in their names.
    void into(PanelHeader header) {
        header.action(new IconButton(
                "evidence/snapshot", Icons.SNAPSHOT, hall.messages().get("evidence.snapshot-key"), this::snapshot));
        header.action(new IconButton("evidence/clip", Icons.CUT, hall.messages().get("evidence.clip-key"), this::clip));
    }

    /// For the page's line.
    List<KeyButton> buttons() {
        return List.of(again, record);
    }

    /// For the page's line while a replay runs.
    List<KeyButton> replaying() {
        return List.of(back, hold, step, on);
    }

    ReadOnlyBooleanProperty isReplaying() {
        return replaying.getReadOnlyProperty();
    }

    Region card() {
        return card;
    }

    List<Action> actions() {
        return List.of(
                action("evidence/snapshot", "evidence.snapshot", this::snapshot).on(Key.ctrl(KeyCode.S)),
                action("evidence/clip", "evidence.clip", this::clip).on(Key.ctrl(KeyCode.E)));
    }

    private Action action(String id, String words, Runnable act) {
        return hall.action(id, "evidence.group", words, act);
    }

    void show() {
        hide();
        evidence.show();
        subscriptions.add(desk.selection().subscribe(_ -> hall.fx().execute(card::picked)));
        tell();
    }

    /// Nobody looks: no replay runs on.
    void hide() {
        subscriptions.close();
        evidence.hide();
        if (replay.isOn()) {
            replay.end();
        }
    }

    /// The picture that is looked at: a replay's where one runs in the tile, and not what is live beneath it.
    private void snapshot() {
        CameraTile tile = grid.selectedTile();
        replay.sight(tile)
                .ifPresentOrElse(
                        evidence::snapshot,
                        () -> tile.seen()
                                .ifPresentOrElse(evidence::snapshot, () -> evidence.fail("replay.no-picture")));
    }

    /// What is seen in a tile of the past, where a replay runs in it.
    Optional<Shutter.Sight> past(CameraTile tile) {
        return replay.sight(tile);
    }

    private void clip() {
        withPicture(evidence::clip);
    }

    private void record() {
        if (evidence.recording().isPresent()) {
            evidence.stop();
        } else {
            withPicture(evidence::record);
        }
    }

    private void again() {
        replay.turn(grid.selectedTile(), evidence::fail);
    }

    private void withPicture(Consumer<Watch> does) {
        grid.selectedTile().watch().ifPresentOrElse(does, () -> evidence.fail("replay.no-picture"));
    }

    private void tell() {
        card.tell();
        record.words(
                hall.messages().get(evidence.recording().isPresent() ? "evidence.record-stop" : "evidence.record"));
        again.words(hall.messages().get(replay.isOn() ? "replay.live" : "replay.turn"));
        replaying.set(replay.isOn());
        hold.words(hall.messages().get(replay.isHeld() ? "replay.go-on" : "replay.hold"));
        step.forbid(replay.isHeld() ? "" : hall.messages().get("replay.not-held"));
    }
}
