package org.yiping.console.ui.map;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.control.Icons;

/// What the hand on the map does now (地图工具): pick, enclose or measure. Any thread.
enum Tool {
    PICK("mdi2c-cursor-default-outline", Key.of(KeyCode.V)),
    BOX(Icons.SELECT_BOX, Key.of(KeyCode.B)),
    CIRCLE(Icons.SELECT_CIRCLE, Key.of(KeyCode.R)),
    POLYGON(Icons.SELECT_POLYGON, Key.of(KeyCode.P)),
    ALONG(Icons.DRAW_LINE, Key.of(KeyCode.L)),
    DISTANCE(Icons.RULER, Key.of(KeyCode.M)),
    AREA("mdi2t-texture-box", new Key(KeyCode.M, false, false, true));

    private final String icon;
    private final Key key;

    Tool(String icon, Key key) {
        this.icon = icon;
        this.key = key;
    }

    String icon() {
        return icon;
    }

    Key key() {
        return key;
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
