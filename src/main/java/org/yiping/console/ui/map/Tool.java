package org.yiping.console.ui.map;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.control.Icons;

/// What the hand on the map does now (地图工具): pick, enclose or measure. Any thread.
enum Tool {
    PICK("mdi2c-cursor-default-outline"),
    BOX(Icons.SELECT_BOX),
    CIRCLE(Icons.SELECT_CIRCLE),
    POLYGON(Icons.SELECT_POLYGON),
    ALONG(Icons.DRAW_LINE),
    DISTANCE(Icons.RULER),
    AREA("mdi2t-texture-box");

    private final String icon;

    Tool(String icon) {
        this.icon = icon;
    }

    String icon() {
        return icon;
    }

    /// Where the seat has given it no other.
    Key key() {
        return switch (this) {
            case PICK -> Key.of(KeyCode.V);
            case BOX -> Key.of(KeyCode.B);
            case CIRCLE -> Key.of(KeyCode.R);
            case POLYGON -> Key.of(KeyCode.P);
            case ALONG -> Key.of(KeyCode.L);
            case DISTANCE -> Key.of(KeyCode.M);
            case AREA -> new Key(KeyCode.M, false, false, true);
        };
    }

    /// Of its button and its action.
    String id() {
        return "map/tool-" + name().toLowerCase(Locale.ROOT);
    }

    /// Its shape is drawn by one drag, not corner by corner.
    boolean isDragged() {
        return this == BOX || this == CIRCLE;
    }

    boolean measures() {
        return this == DISTANCE || this == AREA;
    }

    /// How many corners make a shape.
    int least() {
        return switch (this) {
            case PICK, BOX, CIRCLE -> 1;
            case ALONG, DISTANCE -> 2;
            case POLYGON, AREA -> 3;
        };
    }
}
