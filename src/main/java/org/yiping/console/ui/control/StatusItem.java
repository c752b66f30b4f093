package org.yiping.console.ui.control;

import javafx.scene.control.Label;

/// One entry of the status line: icon, words, muted; yellow when late, red when lost.
///
/// JavaFX thread.
public final class StatusItem extends Label {
    /// How the thing it speaks of stands.
    public enum State {
        LIVE,
        LATE,
        LOST
    }

    private String icon = "";

    public StatusItem(String id) {
        setId(id);
        getStyleClass().add("status-item");
    }

    public StatusItem(String id, String icon) {
        this(id);
        icon(icon);
    }

    public void show(String words, State state) {
        setText(words);
        setAccessibleText(words);
        States.only(this, State.values(), state);
    }

    public void icon(String name) {
        if (!name.equals(icon)) { // said every second: a new node each time would be styled each time
            icon = name;
            setGraphic(Icons.of(name, Icons.Size.ROW));
        }
    }
}
