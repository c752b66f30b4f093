package org.yiping.console.ui.control;

import java.time.Duration;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.fx.Messages;

/// The age of data (数据时间): a clock and words, muted within the promise of its source, yellow beyond it, red beyond
/// three times it or when the link is lost.
///
/// JavaFX thread. It counts nothing itself: the feature calls [#show] at the shared tick.
public final class DataAge extends Label {
    private static final int LOST_TIMES = 3;

    private enum State {
        FINE,
        LATE,
        LOST,
        UNKNOWN
    }

    private final Messages messages;
    private final FontIcon clock = Icons.of(Icons.AGE, Icons.Size.TAG);
    private State state = State.FINE;

    public DataAge(Messages messages) {
        this.messages = messages;
        getStyleClass().add("data-age");
        Words.keep(this);
        setGraphic(clock);
        unknown();
    }

    public void show(Duration age, Duration promise, boolean linkLost) {
        State next = State.FINE;
        if (linkLost || age.compareTo(promise.multipliedBy(LOST_TIMES)) > 0) {
            next = State.LOST;
        } else if (age.compareTo(promise) > 0) {
            next = State.LATE;
        }
        words(AgeText.of(age, messages), next);
    }

    public void unknown() {
        words(messages.get("control.age.unknown"), State.UNKNOWN);
    }

    private void words(String words, State next) {
        if (!words.equals(getText())) {
            setText(words);
            setAccessibleText(messages.get("control.age.name", words));
        }
        if (next != state) {
            state = next;
            States.only(this, State.values(), next);
            Icons.change(clock, next == State.LATE || next == State.LOST ? Icons.AGE_LATE : Icons.AGE);
        }
    }
}
