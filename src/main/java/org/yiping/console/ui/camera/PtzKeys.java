package org.yiping.console.ui.camera;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.camera.PtzState.Way;

/// Keys that turn while they are held: Shift and an arrow, Shift and + or −; two arrows turn diagonally. The window's
/// own table of keys acts once for a key however long it is held, so these are heard here. FX thread.
final class PtzKeys {
    private static final Map<KeyCode, Way> WAYS = Map.ofEntries(
            Map.entry(KeyCode.LEFT, Way.LEFT),
            Map.entry(KeyCode.RIGHT, Way.RIGHT),
            Map.entry(KeyCode.UP, Way.UP),
            Map.entry(KeyCode.DOWN, Way.DOWN),
            Map.entry(KeyCode.EQUALS, Way.NEARER),
            Map.entry(KeyCode.PLUS, Way.NEARER),
            Map.entry(KeyCode.ADD, Way.NEARER),
            Map.entry(KeyCode.MINUS, Way.WIDER),
            Map.entry(KeyCode.SUBTRACT, Way.WIDER));

    private final PtzHand hand;
    private final BooleanSupplier allowed;
    private final Subscriptions heard = new Subscriptions();
    private final Set<Way> down = EnumSet.noneOf(Way.class);
    private @Nullable Scene scene;

    /// Nothing is taken from the page while it is not `allowed`.
    PtzKeys(PtzHand hand, BooleanSupplier allowed) {
        this.hand = hand;
        this.allowed = allowed;
    }

    /// Heard in this scene until `leave`; a window that loses the keyboard or is hidden lets go.
    void hear(Scene in) {
        leave();
        scene = in;
        EventHandler<KeyEvent> pressed = this::pressed;
        EventHandler<KeyEvent> released = this::released;
        in.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
        in.addEventFilter(KeyEvent.KEY_RELEASED, released);
        heard.add(() -> in.removeEventFilter(KeyEvent.KEY_PRESSED, pressed));
        heard.add(() -> in.removeEventFilter(KeyEvent.KEY_RELEASED, released));
        heard.addFx(in.windowProperty()
                .flatMap(w ->
                        w.focusedProperty().flatMap(f -> w.showingProperty().map(s -> s && f)))
                .orElse(false)
                .subscribe(attended -> {
                    if (!attended) {
                        letGo();
                    }
                }));
    }

    void leave() {
        heard.close();
        scene = null;
        letGo();
    }

    private void letGo() {
        down.clear();
        hand.letGo();
    }

    private void pressed(KeyEvent e) {
        Way way = WAYS.get(e.getCode());
        boolean writing = scene != null && scene.getFocusOwner() instanceof TextInputControl;
        if (way == null
                || !e.isShiftDown()
                || e.isAltDown()
                || e.isShortcutDown()
                || writing
                || !allowed.getAsBoolean()) {
            return;
        }
        e.consume();
        if (down.add(way)) {
            hand.press(way);
        }
    }

    private void released(KeyEvent e) {
        Way way = WAYS.get(e.getCode());
        if (e.getCode() == KeyCode.SHIFT && !down.isEmpty()) {
            letGo();
        } else if (way != null && down.remove(way)) {
            e.consume();
            hand.release(way);
        }
    }
}
