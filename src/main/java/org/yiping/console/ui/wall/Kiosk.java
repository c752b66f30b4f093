package org.yiping.console.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Cursor;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps hands off the wall: no key, no pointer, until a supervisor's key opens it for a minute (值守解锁). FX thread.
///
/// Who knows the key may turn the scenes; everybody else finds a wall that does not answer. It locks by itself.
final class Kiosk {
    static final KeyCodeCombination KEY =
            new KeyCodeCombination(KeyCode.F12, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
    static final Duration OPEN = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Kiosk.class);

    private final Consumer<Turn> turns;
    private Instant until = Instant.MIN;
    private Instant now = Instant.MIN;

    /// What a supervisor may ask for.
    enum Turn {
        NEXT,
        LAST,
        DUE,
        /// Locked or opened: what shows it is to be drawn anew.
        LOCK
    }

    Kiosk(Consumer<Turn> turns) {
        this.turns = turns;
    }

    void guard(javafx.scene.Scene scene) {
        scene.setCursor(Cursor.NONE);
        scene.addEventFilter(any(), this::heard);
    }

    private static EventType<InputEvent> any() {
        return InputEvent.ANY;
    }

    private void heard(Event event) {
        if (event instanceof KeyEvent key && key.getEventType() == KeyEvent.KEY_PRESSED) {
            pressed(key);
        }
        event.consume();
    }

    private void pressed(KeyEvent key) {
        if (KEY.match(key)) {
            until = isOpen() ? Instant.MIN : now.plus(OPEN);
            LOG.info(isOpen() ? "the wall was unlocked by the supervisor's key" : "the wall was locked again");
            turns.accept(Turn.LOCK);
        } else if (isOpen()) {
            until = now.plus(OPEN);
            switch (key.getCode()) {
                case PAGE_DOWN -> turns.accept(Turn.NEXT);
                case PAGE_UP -> turns.accept(Turn.LAST);
                case HOME -> turns.accept(Turn.DUE);
                case ESCAPE -> {
                    until = Instant.MIN;
                    turns.accept(Turn.LOCK);
                }
                default -> {}
            }
        }
    }

    boolean isOpen() {
        return now.isBefore(until);
    }

    /// Seconds it is still open; 0 where it is locked.
    long left() {
        return isOpen() ? Math.max(0, Duration.between(now, until).toSeconds()) : 0;
    }

    /// A clock that was put back does not keep it open longer than a minute.
    void tick(Instant next) {
        now = next;
        if (until.isAfter(next.plus(OPEN))) {
            until = Instant.MIN;
        }
    }
}
