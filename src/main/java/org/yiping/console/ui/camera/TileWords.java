package org.yiping.console.ui.camera;

import javafx.css.PseudoClass;
import javafx.geometry.Dimension2D;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Icons;

/// What a tile says in its middle while it shows no live picture: an icon, what is wrong, what is done about it. FX
/// thread.
///
/// Where that would run into the mark 模拟 it stands at the foot; what has no room even there goes, the icon first, then
/// the second line.
final class TileWords extends VBox {
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
    private static final double ICON = 28;

    private final FontIcon icon = Icons.of(Icons.CAMERA_OFF, Icons.Size.LARGE);
    private final ProgressIndicator ring = new ProgressIndicator();
    private final Label head = Nodes.label("", "tile-head");
    private final Label words = Nodes.label("");
    private boolean connecting;

    TileWords() {
        getStyleClass().add("tile-words");
        ring.setMaxSize(ICON, ICON);
        getChildren().addAll(icon, ring, head, words);
    }

    void say(TileFace face, String second) {
        head.setText(face.head());
        words.setText(second);
        connecting = face.kind() == TileFace.Kind.CONNECTING;
        switch (face.kind()) {
            case FROZEN -> Icons.change(icon, Icons.FROZEN);
            case BLIND -> Icons.change(icon, Icons.NO_DECODER);
            case LIVE, CONNECTING, STALLED, OFFLINE -> Icons.change(icon, Icons.CAMERA_OFF);
        }
        getStyleClass().removeAll("tile-alarm");
        if (face.kind() == TileFace.Kind.FROZEN) {
            getStyleClass().add("tile-alarm");
        }
    }

    double lastLine() {
        return head.prefHeight(-1);
    }

    /// Into a picture with a mark in its upper left corner.
    void fit(Dimension2D picture, Dimension2D mark) {
        applyCss(); // a sign just changed has its size only then
        double first = head.prefHeight(picture.getWidth());
        double lines = first + (words.getText().isEmpty() ? 0 : getSpacing() + words.prefHeight(picture.getWidth()));
        double all = lines
                + getSpacing()
                + (connecting ? ICON : icon.getLayoutBounds().getHeight());
        double under = picture.getHeight() - mark.getHeight();
        boolean signed = isClear(all, picture, mark) || all <= under;
        boolean worded = signed || isClear(lines, picture, mark) || lines <= under;
        double high = signed ? all : worded ? lines : first;
        pseudoClassStateChanged(LOW, !isClear(high, picture, mark));
        Nodes.show(ring, signed && connecting);
        Nodes.show(icon, signed && !connecting);
        Nodes.show(words, worded);
    }

    /// Whether something so high stands in the middle beside the mark or below it.
    private boolean isClear(double high, Dimension2D picture, Dimension2D mark) {
        double wide = Math.max(head.prefWidth(-1), words.prefWidth(-1));
        return (picture.getHeight() - high) / 2 >= mark.getHeight()
                || (picture.getWidth() - wide) / 2 >= mark.getWidth();
    }
}
