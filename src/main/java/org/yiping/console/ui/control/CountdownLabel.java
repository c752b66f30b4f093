package org.yiping.console.ui.control;

import javafx.scene.control.Label;
import org.yiping.console.fx.Messages;

/// A countdown in words, coloured and bold only when yellow or red; never cut off.
///
/// JavaFX thread. Size by style class: none 14 px (row), `small` 12, `card` 16, `large` 24.
public final class CountdownLabel extends Label {
    private final Messages messages;

    public CountdownLabel(Messages messages) {
        this.messages = messages;
        getStyleClass().add("countdown");
        Words.keep(this);
        show(new Countdown.Unknown());
    }

    public void show(Countdown countdown) {
        String words = CountdownText.of(countdown, messages);
        setText(words);
        setAccessibleText(words + " " + messages.get(countdown.light().key()));
        States.only(this, MarkLight.values(), MarkLight::word, countdown.light());
    }
}
