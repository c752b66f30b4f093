package org.yiping.golden;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.Words;
import org.yiping.domain.hotline.CallId;
import org.yiping.domain.hotline.PhoneCall;
import org.yiping.domain.identity.SeatId;

/// An acceptor's seat in the middle of a call, with the next one ringing.
final class Intake {
    private Intake() {}

    /// In an empty city nobody has called yet: a blank form. FX thread.
    static Panel open(Seat seat) {
        Panel panel = seat.panels().open("cases");
        Camera.dressed(panel.root(), seat.hall, 600, 760); // what scrolls is there only when it is dressed
        panel.onShow();
        open(seat, panel.root());
        return panel;
    }

    /// In a window that shows the panel already.
    static void open(Seat seat, Parent root) {
        seat.city.tables.calls.replace(Map.of());
        seat.now();
        if (seat.condition == Condition.EMPTY) {
            press(root, "cases/register");
            return;
        }
        ring(seat, "first", "139 0000 1111", Duration.ofSeconds(50));
        press(root, "call/take");
        String thing = seat.desk
                .pickedCase()
                .map(new Words(seat.desk.stores(), seat.hall.messages())::name)
                .orElse("暴露垃圾");
        write(root, "intake/class", thing);
        Node field = Tree.find(root, "intake/class");
        field.requestFocus(); // what is offered is taken by Enter
        Event.fireEvent(field, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        write(root, "intake/place", "示范路 18 号");
        seat.desk
                .pickedCase()
                .map(c -> c.place().position())
                .ifPresent(at -> seat.desk.selection().pick(new Selection.Picked.OfPoint(at)));
        write(root, "intake/description", "店门口堆了十几袋垃圾，挡住盲道");
        boolean storm = seat.condition == Condition.STORM;
        String number = seat.condition == Condition.STALE ? "" : "138 0000 2222";
        ring(seat, "second", number, Duration.ofSeconds(storm ? 21 : 4));
        if (storm) {
            ring(seat, "third", "137 0000 3333", Duration.ofSeconds(3));
        }
    }

    private static void ring(Seat seat, String id, String number, Duration ago) {
        Instant at = Seat.NOW.minus(ago);
        @Nullable SeatId own = id.equals("third") ? null : new SeatId("03");
        CallId call = new CallId(id);
        seat.city.tables.calls.put(
                call, PhoneCall.of(new PhoneCall.News(call, PhoneCall.Step.RINGING, number, own, at)));
    }

    private static void press(Parent root, String id) {
        ((Button) Tree.find(root, id)).fire();
    }

    private static void write(Parent root, String id, String text) {
        ((TextInputControl) Tree.find(root, id)).setText(text);
    }
}
